"""What drains have done, counted."""

from dataclasses import dataclass

COUNTS = ("sent", "deferred", "skipped", "failed", "again", "floods", "doubtful")


@dataclass(slots=True)
class Tally:
    """What a drain has done; `doubtful` may have arrived without our knowing, `troubled`: nothing gets through."""

    sent: int = 0
    deferred: int = 0
    skipped: int = 0
    failed: int = 0
    again: int = 0
    floods: int = 0
    doubtful: int = 0
    troubled: bool = False

    def __iadd__(self, other: "Tally") -> "Tally":
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.troubled = self.troubled or other.troubled
        return self
