"""The screens in which staff write an offer, a contest or what they have done, check it and watch it, by name."""

from aiogram.fsm.state import State, StatesGroup


class Offers(StatesGroup):
    list = State()
    kind = State()
    title = State()


class Offer(StatesGroup):
    card = State()
    title = State()
    drop = State()


class OfferText(StatesGroup):
    write = State()


class OfferMedia(StatesGroup):
    add = State()


class OfferButtons(StatesGroup):
    list = State()
    kind = State()
    link = State()
    coupon = State()
    product = State()
    survey = State()
    card = State()


class OfferAudience(StatesGroup):
    menu = State()
    languages = State()
    countries = State()
    categories = State()
    products = State()
    ordered = State()
    nps = State()
    points = State()
    reacted = State()
    anniversary = State()


class OfferTime(StatesGroup):
    menu = State()
    at = State()
    local = State()
    expiry = State()


class OfferPrice(StatesGroup):
    write = State()


class OfferPreview(StatesGroup):
    choice = State()


class OfferCheck(StatesGroup):
    findings = State()


class OfferPost(StatesGroup):
    menu = State()
    end = State()


class OfferAutomatic(StatesGroup):
    list = State()
    card = State()
    kind = State()
    check = State()


class OfferRun(StatesGroup):
    card = State()
    cancel = State()


class Contests(StatesGroup):
    list = State()
    title = State()


class ContestDesk(StatesGroup):
    card = State()
    sure = State()
    again = State()


class ContestText(StatesGroup):
    write = State()
    deadline = State()
    winners = State()


class Polls(StatesGroup):
    list = State()
    question = State()


class PollDesk(StatesGroup):
    card = State()
    post = State()
    close = State()


class PollText(StatesGroup):
    question = State()
    options = State()
    countries = State()
    at = State()
    deadline = State()


class Improvements(StatesGroup):
    list = State()
    cause = State()
    write = State()
    card = State()


# What the composers of offers, contests and polls are made of.
OF_OFFERS: frozenset[type[StatesGroup]] = frozenset(
    {Offers, Offer, OfferText, OfferMedia, OfferButtons, OfferAudience, OfferTime, OfferPrice, OfferPreview}
    | {OfferCheck, OfferAutomatic, OfferRun, OfferPost, Contests, ContestDesk, ContestText}
    | {Polls, PollDesk, PollText, Improvements}
)

# Those that wait for typing.
OFFERS_TYPED = frozenset(
    {
        *(Offers.title, Offer.title, OfferText.write, OfferMedia.add, OfferTime.at, OfferTime.local, OfferTime.expiry),
        *(OfferButtons.link, OfferButtons.coupon, OfferButtons.product, OfferButtons.card, OfferPrice.write),
        *(OfferAudience.countries, OfferAudience.products, OfferAudience.ordered, OfferAudience.points),
        *(OfferAudience.anniversary, OfferAutomatic.check),
        *(Contests.title, ContestText.write, ContestText.deadline, ContestText.winners),
        *(Polls.question, PollText.question, PollText.options, PollText.countries, PollText.at, PollText.deadline),
        Improvements.write,
    }
)
