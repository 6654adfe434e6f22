"""What somebody has said so far about sending something back; the screens of dialogs/returning*.py share it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from aiogram_dialog import DialogManager

from bot.returns.paths import Way
from bot.returns.photos import Photo
from bot.returns.policies import current_policy
from bot.returns.reasons import WITH_NOTE, WITH_PHOTO
from bot.returns.requests import Piece, Wish
from bot.returns.sending_back import Offer, read_offer, way_of
from dialogs.widgets import started_with

ANSWERS = (
    *("follows", "is_here", "chosen", "reason", "is_reason_read", "note", "photos", "album"),
    *("outcome", "exchange_sku", "exchange_price"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """Chosen pieces by line, and the answers given; None where none was given yet.

    `follows`: they are of what that return has given, not of what was bought. `exchange_price` is what a piece of the
    article in exchange cost when it was shown. `is_here`: they say that it has arrived. `is_reason_read`:
    the reason is what their words were taken for.
    """

    order_id: int
    chosen: dict[int, int]
    reason: str | None
    note: str | None
    photos: tuple[Photo, ...]
    outcome: str
    exchange_sku: str | None
    exchange_price: Decimal | None = None
    follows: int | None = None
    is_here: bool = False
    is_reason_read: bool = False

    def way(self, offer: Offer) -> Way | None:
        return self.way_for(self.outcome, offer)

    def way_for(self, outcome: str, offer: Offer) -> Way | None:
        """If that were chosen."""
        return way_of(self.reason, outcome, offer.ways(self.chosen))

    def wish(self, way: Way) -> Wish:
        """As the returns room takes it."""
        pieces = tuple(
            Piece(line_id, quantity, self.reason, self.exchange_sku, self.exchange_price)
            for line_id, quantity in self.chosen.items()
            if quantity
        )
        return Wish(
            order_id=self.order_id,
            pieces=pieces,
            way=way,
            outcome=self.outcome,
            note=self.note,
            photos=self.photos,
            follows=self.follows,
        )

    @property
    def wants_details(self) -> bool:
        """Whether pictures or words of their own help."""
        return self.reason in WITH_PHOTO or self.reason in WITH_NOTE


def draft_of(manager: DialogManager) -> Draft:
    """What is being answered now."""
    order_id = manager.dialog_data.get("order_id") or started_with(manager).get("order_id")
    return _draft(manager.dialog_data, order_id if isinstance(order_id, int) else 0)


def kept_drafts(manager: DialogManager) -> list[Draft]:
    """Of other orders, ready to go into the same parcel."""
    return [_draft(each, each["order_id"]) for each in manager.dialog_data.get("parts", ())]


def keep_draft(manager: DialogManager, next_order_id: int) -> None:
    """What was answered goes into the parcel, and the same questions begin for another order."""
    data, draft = manager.dialog_data, draft_of(manager)
    part = {name: data.pop(name) for name in ANSWERS if name in data} | {"order_id": draft.order_id}
    data["parts"] = [*data.get("parts", ()), part]
    data["order_id"] = next_order_id


def drop_draft(manager: DialogManager) -> None:
    """What is being answered now stays out: the last one that was kept is looked at again."""
    data = manager.dialog_data
    *kept, last = data["parts"]
    for name in ANSWERS:
        data.pop(name, None)
    data.update(last, parts=kept)


def said_at_first(manager: DialogManager, name: str) -> str | None:
    """What the words that led here told of the order that they are about, until something else is answered."""
    said, draft = started_with(manager), draft_of(manager)
    is_about_it = said.get("order_id") == draft.order_id and draft.follows is None
    return said.get(name) if is_about_it and name not in manager.dialog_data else None


async def offer_of(manager: DialogManager) -> Offer:
    return await offer_for(manager, draft_of(manager))


async def offer_for(manager: DialogManager, draft: Draft) -> Offer:
    """The same of a draft that was kept."""
    given = manager.middleware_data
    return await read_offer(
        draft.order_id,
        customer_ids=given["profile"].customer_ids,
        policy=await current_policy(),
        settings=given["settings"],
        now=given["clock"].now(),
        follows=draft.follows,
        is_here=draft.is_here,
    )


def look_at(manager: DialogManager, follows: int | None) -> None:
    """At what that return has given, or (None) at what was bought; nothing of it is chosen yet."""
    for name in ANSWERS:
        manager.dialog_data.pop(name, None)
    manager.dialog_data["follows"] = follows


def _draft(data: Mapping[str, Any], order_id: int) -> Draft:
    return Draft(
        order_id=order_id,
        chosen={int(line_id): count for line_id, count in data.get("chosen", {}).items() if count},
        reason=data.get("reason"),
        note=data.get("note"),
        photos=tuple(Photo(*each) for each in data.get("photos", ())),
        outcome=data.get("outcome", "refund"),
        exchange_sku=data.get("exchange_sku"),
        exchange_price=Decimal(data["exchange_price"]) if data.get("exchange_price") else None,
        follows=data.get("follows"),
        is_here=bool(data.get("is_here")),
        is_reason_read=bool(data.get("is_reason_read")),
    )


def named_pieces(left: Mapping[int, int], *, line_id: int | None, quantity: int | None) -> dict[int, int]:
    """How many of which line somebody means who has named an item or a number, by what is `left` of each line.

    Nothing where it may be several; a tap says it then.
    """
    if line_id is not None and line_id in left:
        return {line_id: min(quantity or 1, left[line_id])}
    if len(left) == 1:
        [(only, pieces)] = left.items()
        return {only: min(quantity or 1, pieces)} if quantity or pieces == 1 else {}
    if quantity is None:
        return {}
    if quantity >= sum(left.values()):
        return dict(left)
    enough = [each for each, pieces in left.items() if pieces >= quantity > 1]
    return {enough[0]: quantity} if len(enough) == 1 else {}
