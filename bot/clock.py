"""The shop's time: real time, which the demo may move forward."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the shop's time as aware UTC; leases, throttles and time-outs use real time instead."""

    def __init__(self, ahead: timedelta = timedelta()) -> None:
        self.ahead = ahead

    def now(self) -> datetime:
        return real_now() + self.ahead

    def advance(self, step: timedelta) -> None:
        """Move the shop's time forward by `step`; going back would contradict facts already told."""
        if step < timedelta():
            raise ValueError("the shop's clock only moves forward")
        self.ahead += step


def real_now() -> datetime:
    return datetime.now(UTC)
