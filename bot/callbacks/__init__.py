"""Buttons that need no dialog state: valid in a month, safe to tap twice (data comes from the client: check it)."""

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

# The largest id a database column holds.
MOST = 2**63 - 1

ConsentPurpose = Literal["survey", "promo", "community"]
# Those of surveys/rules.py; tests/rules/test_survey_rules.py keeps them equal.
OfDelivery = Literal["late", "damaged", "wrong_item", "packaging", "courier", "price", "service"]
OfHelp = Literal["slow", "unsolved", "unhelpful", "unfriendly", "complicated"]
OfPraise = Literal["fast", "competent", "friendly", "easy"]


class OpenMenu(CallbackData, prefix="menu"):
    """Shows the home screen."""


class OpenOrder(CallbackData, prefix="order"):
    """Shows the card of an order, if it is the tapper's own."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]


class OpenProduct(CallbackData, prefix="product"):
    """Shows a product."""

    product_id: Annotated[int, Field(gt=0, le=MOST)]


class ConfirmLink(CallbackData, prefix="link"):
    """Uses up a deep link: the token travels in the button, because the server keeps only its digest."""

    token: str


class MuteOrder(CallbackData, prefix="mute"):
    """Sets what still comes about an order: all, milestones or problems."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]
    level: Literal["all", "milestones", "problems"]


class NotReceived(CallbackData, prefix="missing"):
    """Told as delivered, but not there: asks where it may be, then what came of looking."""

    shipment_id: Annotated[int, Field(gt=0, le=MOST)]
    step: Literal["asked", "found", "nowhere"] = "asked"


class ShowProof(CallbackData, prefix="proof"):
    """Shows who took a parcel in, and the photo of its delivery."""

    shipment_id: Annotated[int, Field(gt=0, le=MOST)]


class AskHuman(CallbackData, prefix="human"):
    """Asks for somebody of the staff, about an order or (0) about nothing in particular."""

    order_id: Annotated[int, Field(ge=0, le=MOST)] = 0


class MeantIntent(CallbackData, prefix="meant"):
    """What an unclear question is about; one unknown by now is answered by the menu. `asked`: its row, 0: none."""

    intent: Annotated[str, Field(max_length=32)]
    asked: Annotated[int, Field(ge=0, le=MOST)]


class MeantFaq(CallbackData, prefix="faq"):
    """The same for an entry of the shop's."""

    key: Annotated[str, Field(max_length=32)]
    asked: Annotated[int, Field(ge=0, le=MOST)]


class Helpful(CallbackData, prefix="helpful"):
    """Whether the answer to this question has helped; the last tap counts."""

    asked: Annotated[int, Field(gt=0, le=MOST)]
    yes: bool


class EndTalk(CallbackData, prefix="endtalk"):
    """The customer needs no human any more."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]


class CaseAct(CallbackData, prefix="case"):
    """A button of the staff under a case; whoever taps it is asked for their role, whatever the chat."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["take", "details", "reopen"]


class CaseSolved(CallbackData, prefix="solved"):
    """What the customer of a closed case says: it is solved, or not; the last tap counts."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]
    solved: bool


class ConsentTap(CallbackData, prefix="consent"):
    """What somebody says to a consent, short of giving it: show the words, not now, no, leave it, take it back."""

    purpose: ConsentPurpose
    step: Literal["want", "later", "no", "cancel", "withdraw"]


class ConfirmConsent(CallbackData, prefix="agree"):
    """The second tap, under the words themselves; `asked` is the message of the first."""

    purpose: ConsentPurpose
    version: Annotated[int, Field(gt=0, le=9_999)]
    asked: Annotated[int, Field(gt=0, le=MOST)]


class OfferTap(CallbackData, prefix="offer"):
    """A button of an offer: opens its product or starts its survey; the campaign says which."""

    campaign_id: Annotated[int, Field(gt=0, le=MOST)]
    button: Annotated[str, Field(pattern="^[0-9a-f]{4,16}$")]


class StopOffers(CallbackData, prefix="stop"):
    """No more offers, from the button in each of them; effective on what already waits."""

    campaign_id: Annotated[int, Field(gt=0, le=MOST)]


class OpenOffer(CallbackData, prefix="seeoffer"):
    """Shows a campaign to one of the staff."""

    campaign_id: Annotated[int, Field(gt=0, le=MOST)]


class ApproveOffer(CallbackData, prefix="approve"):
    """Four eyes: approves this version of a campaign, and no other."""

    campaign_id: Annotated[int, Field(gt=0, le=MOST)]
    version: Annotated[int, Field(gt=0, le=2**31 - 1)]


class RunOffer(CallbackData, prefix="runoffer"):
    """A button of the staff under a campaign; `cancel` asks first, `now` and `time` are for what was held."""

    campaign_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["pause", "resume", "cancel", "sure", "keep", "now", "time"]


class OpenPoints(CallbackData, prefix="points"):
    """Shows one's points."""


class OpenConsents(CallbackData, prefix="consents"):
    """Shows the consent diary."""


class ScoreSurvey(CallbackData, prefix="score"):
    """Answers a survey; another tap within its window is another answer."""

    plan_id: Annotated[int, Field(gt=0, le=MOST)]
    score: Annotated[int, Field(ge=0, le=10)]


class RateOrder(CallbackData, prefix="rate"):
    """Rates the delivery of one's own order, from its card, whether anybody has asked or not."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]
    score: Annotated[int, Field(ge=0, le=10)]


class SurveyReason(CallbackData, prefix="because"):
    """Names one of the reasons for a score, or takes it back; the button says which, so that twice is once."""

    plan_id: Annotated[int, Field(gt=0, le=MOST)]
    reason: Literal[OfDelivery, OfHelp, OfPraise, "other"]
    given: bool


class SurveyAct(CallbackData, prefix="survey"):
    """What else can be done about a survey: ask me later, never again; I am done, I want to change my score."""

    plan_id: Annotated[int, Field(gt=0, le=MOST)]
    act: Literal["later", "never", "done", "change"]


class OpenReturn(CallbackData, prefix="return"):
    """Shows a return of the tapper's own."""

    return_id: Annotated[int, Field(gt=0, le=MOST)]


class AddReturnPhoto(CallbackData, prefix="returnphoto"):
    """Asks for a photo of a return of the tapper's own."""

    return_id: Annotated[int, Field(gt=0, le=MOST)]


class BeginWithdrawal(CallbackData, prefix="withdraw"):
    """Shows the second step of a withdrawal from an order of the tapper's own; nothing is declared by it."""

    order_id: Annotated[int, Field(gt=0, le=MOST)]


class EnterWithdrawal(CallbackData, prefix="enter"):
    """A button of the staff: what somebody wrote at `at` (Unix seconds) is a withdrawal from this order; 0: all are
    shown that it may be about. `pieces`: what is chosen of it (bot/returns/entering_pieces.py), shown until `done`."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]
    order_id: Annotated[int, Field(ge=0, le=MOST)]
    at: Annotated[int, Field(gt=0, le=2**33)]
    pieces: Annotated[str, Field(max_length=5, pattern="^[0-9A-Za-z_-]*$")] = ""
    done: bool = False


class ReturnAct(CallbackData, prefix="rma"):
    """A button of the staff about a return, as they saw it; whoever taps it is asked for their role."""

    return_id: Annotated[int, Field(gt=0, le=MOST)]
    seen: Annotated[int, Field(ge=0, le=2**31 - 1)]
    act: Literal["approve", "keep", "photo", "fee", "free", "undo", "onway", "gone", "here", "fine", "back", "close"]


class ChangeAct(CallbackData, prefix="change"):
    """What the staff say to a wish to change an order: it is done, or it was too late."""

    case_id: Annotated[int, Field(gt=0, le=MOST)]
    done: bool


class RefundFor(CallbackData, prefix="refundfor"):
    """Which return a refund of the platform is for, as one of the staff says; 0: for none."""

    refund_id: Annotated[int, Field(gt=0, le=MOST)]
    return_id: Annotated[int, Field(ge=0, le=MOST)]


class OpenPrivacy(CallbackData, prefix="privacy"):
    """Shows the privacy notice."""


class EraseData(CallbackData, prefix="erase"):
    """The second tap of an erasure, good until `before` (real time, in seconds); 0 leaves everything as it is."""

    before: Annotated[int, Field(ge=0, le=MOST)]
