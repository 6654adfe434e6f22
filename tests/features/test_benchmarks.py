"""`make bench` says what it can measure when it is asked for something else."""

import pytest

from benchmarks.__main__ import main


@pytest.mark.parametrize("misuse", ["--help", "replys"])
def test_an_unknown_benchmark_is_answered_with_the_known_ones(misuse: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([misuse]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert misuse in said.err
    assert all(name in said.err for name in ("import", "queries", "replies", "start"))
