"""The money of wishes that give way to a withdrawal: which of it goes along, and where in the withdrawal it counts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.config import Settings
from bot.returns.carried import NO_MONEY, Carried, carry_over, deal
from bot.returns.contract import Contract
from bot.returns.favours import GivesWay
from bot.returns.given import read_goods
from bot.returns.looking import behind_others, read_sheets
from bot.returns.models import Return
from bot.returns.money import NOTHING, Bill, Estimate, estimate
from bot.returns.parts import Cut, Part, heirs_of, price
from bot.returns.paths import Way
from bot.returns.platform_returns import brings, held_by_others
from bot.returns.policies import current_policy
from bot.returns.sheet import ReturnSheet


async def with_money(found: Sequence[GivesWay], *, settings: Settings, now: datetime) -> list[GivesWay]:
    """The same with what goes along of each; nothing is changed."""
    sheets = await read_sheets([each.favour.id for each in found]) if found else {}
    return [await _with_money(each, sheets[each.favour.id], settings=settings, now=now) for each in found]


async def worth_of_rest(given: GivesWay, *, settings: Settings, now: datetime) -> Estimate:
    """What the pieces bring that are left of a wish."""
    row = await Return.get(id=given.favour.id)
    rest = {line_id: left for line_id, pieces in given.favour.pieces.items() if (left := pieces - given.less[line_id])}
    if row.follows is None:
        return await brings(row.order_id, rest, await held_by_others(row.order_id, row.id), Way(row.way))
    who = {"customer_ids": [row.customer_id], "policy": await current_policy()}
    goods = await read_goods(row.order_id, follows=row.follows, ahead=True, settings=settings, now=now, **who)
    before = Counter(goods.before) - Counter(rest)
    fee = goods.terms.fee_of(Way(row.way), goods.country)
    return estimate(goods.bill, rest, way=Way(row.way), before=before, fee=fee, excluded=goods.excluded)


def without_money(contract: Contract, overtaken: Sequence[GivesWay]) -> Contract:
    """As if what goes along had not gone yet: it counts for the withdrawal, and takes nothing from what that brings."""
    topped = sum((each.money.topped for each in overtaken), NOTHING)
    bought = _freed(contract.bought.bill, None, overtaken)
    bought = replace(bought, refunded=bought.refunded + topped)
    goods = [
        replace(each, order=replace(each.order, bill=_freed(each.order.bill, each.return_id, overtaken)))
        for each in contract.given
    ]
    return Contract(replace(contract.bought, bill=bought), tuple(goods))


def dealt(overtaken: Sequence[GivesWay], parts: Sequence[Part]) -> list[Carried]:
    """What counts for each part of the withdrawal."""
    found = [NO_MONEY for _ in parts]
    for heir, each in heirs_of(overtaken, parts):
        worths = [part.estimate.worth if _is_of(part, parts[heir]) else NOTHING for part in parts]
        left = [worth - had.given + had.topped for worth, had in zip(worths, found, strict=True)]
        more = deal(each.money, [max(worth, NOTHING) for worth in left], heir=heir)
        found = [had + one for had, one in zip(found, more, strict=True)]
    return found


async def counted(contract: Contract, cuts: Sequence[Cut], overtaken: Sequence[GivesWay]) -> list[Carried]:
    """The same of parts that are to be made; to be called while that money counts for nothing."""
    if not any(each.money for each in overtaken):
        return [NO_MONEY for _ in cuts]
    bought = await behind_others(contract.bought, Way.WITHDRAWAL)
    return dealt(overtaken, price(replace(contract, bought=bought), cuts, {}))


async def _with_money(given: GivesWay, sheet: ReturnSheet, *, settings: Settings, now: datetime) -> GivesWay:
    money = Carried(
        given=sheet.given.amount if sheet.given else NOTHING, topped=sheet.topped.amount if sheet.topped else NOTHING
    )
    if given.is_over:
        return replace(given, money=money)
    worth = await worth_of_rest(given, settings=settings, now=now)
    given = replace(given, rest=worth.goods)
    if not money:
        return given
    rest = _rest_of(sheet, given, worth)
    price = rest.instead.amount if rest.instead else None
    taken = max(sheet.due.amount - rest.due.amount, NOTHING)
    return replace(given, money=carry_over(money, taken=taken, rest=rest.due.amount, price=price))


def _rest_of(sheet: ReturnSheet, given: GivesWay, money: Estimate) -> ReturnSheet:
    """As it will stand without the pieces that are withdrawn from."""
    pieces = [
        replace(piece, quantity=quantity, accepted=_most(piece.accepted, piece.received - came))
        for piece in sheet.pieces
        if (quantity := piece.quantity - given.less.get(piece.line_id, 0))
        for came in [given.came.get(piece.line_id, 0)]
    ]
    rest = replace(
        sheet,
        pieces=tuple(pieces),
        goods=replace(sheet.goods, amount=money.goods),
        shipping=replace(sheet.shipping, amount=money.shipping),
        fee=replace(sheet.fee, amount=min(sheet.fee.amount, money.fee)),
    )
    return replace(rest, loss=replace(sheet.loss, amount=min(sheet.loss.amount, rest.worth.amount)))


def _freed(bill: Bill, follows: int | None, overtaken: Sequence[GivesWay]) -> Bill:
    mine = (each.money.given for each in overtaken if each.favour.follows == follows)
    return replace(bill, refunded=bill.refunded - sum(mine, NOTHING))


def _is_of(part: Cut, heir: Cut) -> bool:
    """Goods that were given stand for what was bought: what went for the one counts for that."""
    return part.follows == heir.follows


def _most(accepted: int | None, received: int) -> int | None:
    return None if accepted is None else min(accepted, received)
