"""Whoever asks for their money reads what is true of each return: a sum, an article, a credit, nothing, or late."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Money
from bot.returns.machine import Status
from bot.returns.money_saying import is_told, money_saying
from bot.returns.paths import Way
from bot.returns.pieces import Instead, PieceBack
from bot.returns.promises import Share
from bot.returns.sheet import ReturnSheet

BERLIN = ZoneInfo("Europe/Berlin")
DECLARED = datetime(2026, 11, 16, 9, tzinfo=UTC)
LAST, AFTER = date(2026, 11, 30), date(2026, 12, 1)
NOTHING = Share()


def euros(amount: int) -> Money:
    return Money(Decimal(amount), "EUR")


PIECE = PieceBack(1, "M-1", "Mug", None, 1, 0, "other", None, None, Decimal(30))
SHEET = ReturnSheet(
    id=1,
    number="R-7K3F9",
    way=Way.GOODWILL,
    status=Status.LABEL_SENT,
    outcome="refund",
    order_id=1,
    order_number="1002",
    customer_id=1,
    pieces=(PIECE,),
    goods=euros(30),
    shipping=euros(0),
    fee=euros(0),
    paid=None,
    given=None,
    why=None,
    note=None,
    revision=1,
    sends_itself=False,
    keeps=False,
    loss=euros(0),
    finding=None,
    photo_asked_at=None,
    label=None,
    photos=0,
    send_by=None,
    created_at=DECLARED,
    declared_at=None,
)


def swapped(price: int) -> dict[str, Any]:
    pieces = (replace(PIECE, instead=Instead("M-2", None, euros(price))),)
    return {"outcome": "exchange", "pays_difference": True, "pieces": pieces}


@pytest.mark.parametrize("status", [Status.LABEL_SENT, Status.INSPECTED])
@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({}, "refund"),
        ({"outcome": "credit"}, "credit"),
        ({"outcome": "replacement"}, "replacement"),
        ({"outcome": "exchange"}, "exchange"),
        (swapped(30), "exchange"),
        (swapped(46), "pays"),
        (swapped(46) | {"topped": euros(16)}, "exchange"),
        (swapped(46) | {"pays_difference": False}, "exchange"),
        (swapped(20), "rest"),
        (swapped(20) | {"share": Share(Decimal(20), Decimal(10))}, "exchange"),
        (swapped(20) | {"given": euros(20)}, "refund"),
        ({"share": NOTHING, "unpaid": True}, "unpaid"),
        ({"outcome": "credit", "share": NOTHING, "unpaid": True}, "unpaid"),
    ],
)
def test_each_outcome_says_what_comes_and_what_does_not(status: Status, columns: dict[str, Any], said: str) -> None:
    assert money_saying(replace(SHEET, status=status, **columns), BERLIN, today=AFTER) == said


@pytest.mark.parametrize("columns", [{}, {"outcome": "credit"}, {"outcome": "replacement"}, swapped(46), swapped(20)])
def test_what_is_undecided_promises_nothing(columns: dict[str, Any]) -> None:
    sheet = replace(SHEET, status=Status.REQUESTED, **columns)
    assert money_saying(sheet, BERLIN, today=AFTER) == "asked"


@pytest.mark.parametrize(
    ("status", "today", "said"),
    [
        (Status.INSPECTED, LAST, "refund"),
        (Status.INSPECTED, AFTER, "late"),
        (Status.RECEIVED, AFTER, "late"),
        (Status.IN_TRANSIT, AFTER, "late"),
        (Status.LABEL_SENT, AFTER, "refund"),
        (Status.APPROVED, AFTER, "refund"),
    ],
)
def test_a_refund_is_late_once_its_last_day_is_over_and_nothing_is_waited_for(
    status: Status, today: date, said: str
) -> None:
    sheet = replace(SHEET, way=Way.WITHDRAWAL, status=status, declared_at=DECLARED)
    assert money_saying(sheet, BERLIN, today=today) == said


def test_a_cancelled_order_waits_for_no_goods() -> None:
    sheet = replace(SHEET, way=Way.CANCEL, status=Status.APPROVED, declared_at=DECLARED)
    assert money_saying(sheet, BERLIN, today=AFTER) == "late"


def test_who_never_paid_is_told_so_and_who_has_everything_is_not_told_again() -> None:
    assert is_told(SHEET)
    assert is_told(replace(SHEET, share=NOTHING, unpaid=True))
    assert not is_told(replace(SHEET, share=NOTHING))
    assert not is_told(replace(SHEET, outcome="replacement", share=NOTHING, unpaid=True))
