"""What an import did, counted: lines of each kind, what was refused, what is odd."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bot.connectors.files_doubts import NO_ITEMS, NO_TOTAL, Doubt
from bot.connectors.files_lines import Entry, Fault
from bot.shop.incoming import Outcome

KINDS = ("order", "product", "answer")
MOST_EXAMPLES = 5
MOST_FAULTS_KEPT = 100
# Only the object that brings an order into the shop has to tell these; one that adds events need not.
OF_A_NEW_ORDER = {NO_TOTAL: "total", NO_ITEMS: "lines"}


@dataclass(slots=True)
class Summary:
    """The tally of one run; it does not grow with the files."""

    dry_run: bool = False
    counts: dict[str, Counter[Outcome]] = field(default_factory=lambda: {kind: Counter() for kind in KINDS})
    events: int = 0
    bad_lines: int = 0
    faults: list[Fault] = field(default_factory=list)
    doubts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    seconds: float = 0.0
    longest_transaction_s: float = 0.0

    def refuse(self, faults: Iterable[Fault], tell: Callable[[Fault], None]) -> None:
        """Count a bad line and tell what is wrong with it."""
        self.bad_lines += 1
        for fault in faults:
            tell(fault)
            if len(self.faults) < MOST_FAULTS_KEPT:
                self.faults.append(fault)

    def count(self, entry: Entry, outcome: Outcome, doubts: Iterable[Doubt]) -> None:
        """Count a good line and what is odd about it."""
        self.counts[entry.kind][outcome] += 1
        for doubt in doubts:
            key = OF_A_NEW_ORDER.get(doubt.kind)
            if key and outcome is Outcome.UPDATED and key not in entry.value:
                continue
            self.doubts[doubt.kind] += 1
            examples = self.examples.setdefault(doubt.kind, [])
            if len(examples) < MOST_EXAMPLES:
                examples.append(f"{entry.file}:{entry.line}: {doubt.detail}".removesuffix(": "))

    def as_json(self) -> dict[str, Any]:
        """The same for machines; its keys stay."""
        return {
            "dry_run": self.dry_run,
            **{f"{kind}s": {str(each): self.counts[kind][each] for each in Outcome} for kind in KINDS},
            "events": self.events,
            "bad_lines": self.bad_lines,
            "errors": [
                {"file": fault.file, "line": fault.line, "field": fault.field, "reason": fault.reason}
                for fault in self.faults
            ],
            "warnings": {
                kind: {"count": number, "examples": self.examples[kind]} for kind, number in sorted(self.doubts.items())
            },
            "seconds": round(self.seconds, 3),
            "longest_transaction_ms": round(self.longest_transaction_s * 1000, 1),
        }
