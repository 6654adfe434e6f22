"""How long is long: when silence, delay and waiting are worth a word, for each carrier and way, in one table.

Days are working days: carriers work from Monday to Saturday, so Sundays are not counted; across a border neither are
Saturdays, when customs and line haul rest. The defaults are those of capabilities PRO-01 to PRO-04; a shop that knows
its lanes better changes the row. A carrier that is not named here has DEFAULT.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Thresholds:
    """`first_scan`: days after the label at which a parcel that was never scanned is told, twice.

    `silence_home`, `silence_abroad`: working days without a scan. `lost_after`: working days after the expected day.
    `pickup_days`: how long a pickup point keeps a parcel; the reminder comes `remind_before` days earlier.
    A delay is predicted (PRO-06) where at least `predicted_share` of at least `predicted_like` past parcels that were
    as far came later, and given up below `predicted_over`; customers hear of it only where this rule, replayed over the
    shop's own history, was right in at least `predicted_precision` of at least `predicted_warnings` warnings.
    """

    first_scan: tuple[int, int] = (2, 5)
    silence_home: int = 3
    silence_abroad: int = 7
    lost_after: int = 7
    pickup_days: int = 7
    remind_before: int = 2
    predicted_share: float = 0.85
    predicted_like: int = 20
    predicted_over: float = 0.5
    predicted_precision: float = 0.8
    predicted_warnings: int = 20


DEFAULT = Thresholds()
# Carrier, country of the customer ("" any).
TABLE = {
    ("dhl", "DE"): DEFAULT,
    ("deutsche_post", "DE"): replace(DEFAULT, silence_home=5, lost_after=10),  # letters are not scanned on the way
    ("hermes", "DE"): replace(DEFAULT, pickup_days=10),
    ("ups", ""): replace(DEFAULT, pickup_days=10),
    ("mondial_relay", ""): replace(DEFAULT, pickup_days=8),
    ("colissimo", "FR"): replace(DEFAULT, pickup_days=14),
    ("la_poste", "FR"): replace(DEFAULT, pickup_days=14, silence_home=4),
    ("post_luxembourg", "LU"): replace(DEFAULT, pickup_days=14),
    ("austrian_post", "AT"): replace(DEFAULT, pickup_days=14),
}


def thresholds(carrier: str | None, country: str | None) -> Thresholds:
    """Those of this carrier in this country, else of the carrier anywhere, else the defaults."""
    name = (carrier or "").casefold()
    return TABLE.get((name, (country or "").upper()), TABLE.get((name, ""), DEFAULT))


def working_days(after: date, until: date, *, saturdays: bool = True) -> int:
    """How many working days have passed: those after `after`, up to and with `until`."""
    weekend = {6} if saturdays else {5, 6}
    days = (until - after).days
    return sum((after + timedelta(days=day)).weekday() not in weekend for day in range(1, days + 1))


def add_working_days(day: date, number: int) -> date:
    """The day on which so many working days have passed since `day`."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() != 6
    return day
