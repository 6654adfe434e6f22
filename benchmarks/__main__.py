"""Run every benchmark, or those named: `python -m benchmarks [import replies …]`."""

import importlib
import sys
import time
from pathlib import Path

from benchmarks.figures import machine


def main(names: list[str]) -> int:
    known = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    unknown = set(names) - set(known)
    if unknown:
        print(f"unknown benchmark: {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    print(machine(), flush=True)
    missed = 0
    for name in names or known:
        started = time.perf_counter()
        for figure in importlib.import_module(f"benchmarks.bench_{name}").figures():
            print(figure.line(), flush=True)
            missed += figure.reached is False
        print(f"  ({name} took {time.perf_counter() - started:.0f} s)", flush=True)
    print(f"{missed} bars not reached" if missed else "every bar reached")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
