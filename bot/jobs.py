"""The timetable: a few ticks that do what is due. The rows are the schedule, so a restart loses nothing."""

import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, timedelta
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.broadcasts.automatic import mind_automatic
from bot.broadcasts.cards import mind_cards
from bot.broadcasts.expanding import mind_campaigns
from bot.broadcasts.posting import mind_posts
from bot.clock import Clock, real_now
from bot.community.contest_draws import mind_contests
from bot.community.membership import mind_members
from bot.community.restraint import forget_spoken
from bot.community.review_asks import ask_for_reviews
from bot.config import Settings
from bot.connectors.inbox import forget_old_bodies, process_due
from bot.connectors.polls import TICK as POLL_EVERY
from bot.connectors.polls import Carriers, open_carriers
from bot.connectors.requests import Request, forget_answers, mark_answered, open_requests
from bot.connectors.scans import release_for_labels
from bot.conversations.storage import forget_old_state
from bot.conversations.updates import forget_old_updates
from bot.customers.linking import forget_old
from bot.loyalty.checking import check_accounts
from bot.loyalty.checkout import forget_checkout_calls
from bot.outbox.retention import forget_texts
from bot.privacy import retention
from bot.privacy.export import as_text
from bot.privacy.platforms import answer_request
from bot.privacy.telling import tell_of_new_notice
from bot.returns.calling import call_due, forget_calls
from bot.returns.changes import mind_changes
from bot.returns.closing import close_settled
from bot.returns.earning import mind_points
from bot.returns.feedback import ask_about_closed
from bot.returns.paid_later import mind_payments
from bot.returns.refund_clock import mind_clocks
from bot.returns.sold_out import mind_sold_out
from bot.returns.unpaid_difference import mind_differences
from bot.returns.unsent import mind_unsent
from bot.shipping.alerts import watch
from bot.shipping.learning import learn
from bot.shop.word_index import index_due
from bot.support.stock_news import tell_of_stock
from bot.surveys.rounds import go_round
from bot.tickets.deadlines import mind_deadlines
from bot.tickets.escalation import alert_owners
from bot.tickets.marks import mark_answers
from bot.tickets.reminders import remind_staff
from bot.tickets.silence import mind_silence
from bot.tickets.turns import forget_turns
from bot.tickets.undelivered import tell_undelivered
from bot.watchdog import Watchdog

PARCELS_EVERY = timedelta(minutes=5)
OFFERS_EVERY = timedelta(seconds=2)
INBOX_EVERY = timedelta(seconds=10)
REMIND_EVERY = timedelta(seconds=30)
# Whoever has answered waits for the ✓.
MARK_EVERY = timedelta(seconds=1)
FORGET_EVERY = timedelta(hours=1)
LEARN_EVERY = timedelta(hours=12)
SURVEYS_EVERY = timedelta(minutes=1)
PROMISES_EVERY = timedelta(minutes=5)
DAY_S = timedelta(days=1).total_seconds()
WATCH_EVERY = timedelta(seconds=20)

# Late is better than never, once is enough after a pause, and never two of one kind at a time.
DEFAULTS = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}

Work = Callable[[Settings, Clock], Awaitable[None]]

# It warns of every tick that is left out because the one before still runs, which is what DEFAULTS ask for.
logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)

log = structlog.get_logger(__name__)


@asynccontextmanager
async def ticking(settings: Settings, clock: Clock, *, on_stuck: Callable[[], None]) -> AsyncIterator[None]:
    """Run the ticks for the lifetime of the block; `on_stuck` ends a bot whose database no longer answers."""
    carriers = open_carriers(settings)
    scheduler: Any = AsyncIOScheduler(timezone=UTC, job_defaults=DEFAULTS)
    soon = real_now() + timedelta(seconds=30)
    scheduler.add_job(forget, "interval", [clock], seconds=FORGET_EVERY.total_seconds(), next_run_time=soon)
    scheduler.add_job(Watchdog(on_stuck).look, "interval", seconds=WATCH_EVERY.total_seconds())
    for work, every in DUE:
        scheduler.add_job(work, "interval", [settings, clock], seconds=every.total_seconds())
    if settings.staff_chat_id is not None:
        scheduler.add_job(mark, "interval", [settings, clock], seconds=MARK_EVERY.total_seconds())
    scheduler.add_job(forget_what_is_old, "interval", [clock], seconds=DAY_S, next_run_time=soon)
    learning = {"seconds": LEARN_EVERY.total_seconds(), "next_run_time": soon}
    scheduler.add_job(learn_from_history, "interval", [settings, clock], **learning)
    if carriers:
        scheduler.add_job(ask_carriers, "interval", [carriers, clock], seconds=POLL_EVERY.total_seconds())
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        if carriers:
            carriers.close()


async def forget(clock: Clock) -> None:
    """Drop what has outlived its use: dialog state, marks of updates, links not taken, bodies, texts, last words."""
    now = real_now()
    await forget_old_state(now)
    await forget_old_updates(now)
    await forget_old(now=clock.now(), now_real=now)
    for forget_them in (forget_old_bodies, forget_answers, forget_texts, forget_turns, forget_calls, forget_spoken):
        await forget_them(clock.now())
    await forget_checkout_calls(now)


async def forget_what_is_old(clock: Clock) -> None:
    """Drop what the privacy notice promises to keep no longer."""
    await retention.forget_what_is_old(clock.now())


async def mind_returns(settings: Settings, clock: Clock) -> None:
    """Look after returns: labels that nobody uses, money and articles that are due, and what is settled and ends."""
    for mind in (mind_payments, mind_clocks, mind_differences, mind_sold_out, mind_changes):
        await mind(settings, now=clock.now())
    for tidy in (mind_unsent, close_settled):
        while await tidy(settings, now=clock.now()):
            continue


async def check_points(settings: Settings, clock: Clock) -> None:
    """See once a night that every balance is the sum of its entries."""
    await check_accounts(settings, now=clock.now())


async def call_shop(settings: Settings, clock: Clock) -> None:
    """Tell the shop's own system what it has to do."""
    while await call_due(settings, now=clock.now()):
        continue


async def keep_promises(settings: Settings, clock: Clock) -> None:
    """Answer what platforms ask for on behalf of customers, and tell of a new privacy notice."""
    for request in await open_requests():
        await _answer(request, settings, clock)
    while await tell_of_new_notice(settings, now=clock.now()):
        continue


async def _answer(request: Request, settings: Settings, clock: Clock) -> None:
    """One that fails is tried again at the next tick, and keeps none of the others waiting."""
    now = clock.now()
    try:
        copy = await answer_request(
            request.id, platform=request.platform, kind=request.kind, ids=request.ids, settings=settings, now=now
        )
    except Exception:
        log.exception("platform request failed", request=request.id)
        return
    await mark_answered(request.id, now=now, answer=copy and json.loads(as_text(copy)))


async def process_inbox(settings: Settings, clock: Clock) -> None:
    """Process what waits in the inbox: what failed before, and what no web process has taken up."""
    await release_for_labels()
    while await process_due(settings, now=clock.now()):
        continue


async def index_catalogue(_: Settings, __: Clock) -> None:
    """Take products into the search that an older version has stored; what intake brings is there at once."""
    while await index_due():
        continue


async def tell_what_is_back(settings: Settings, clock: Clock) -> None:
    """Tell those who asked that a product is there again."""
    await tell_of_stock(settings, now=clock.now())


async def remind(settings: Settings, clock: Clock) -> None:
    """Remind the staff of cases that nobody reacts to, then the owners; those who took one and are silent; of
    unhappy customers whose time runs out; and tell them what could not be delivered."""
    await remind_staff(settings, now=clock.now())
    await alert_owners(settings, now=clock.now())
    await mind_silence(settings, now=clock.now())
    await mind_deadlines(settings, now=clock.now())
    await tell_undelivered(settings, now=clock.now())


async def mark(settings: Settings, clock: Clock) -> None:
    """Show the staff what became of their answers."""
    await mark_answers(settings, now=clock.now())


async def watch_parcels(settings: Settings, clock: Clock) -> None:
    """Warn customers whose parcels are silent or late, and tell them that one arrives tomorrow."""
    await watch(clock.now(), settings)


async def learn_from_history(settings: Settings, clock: Clock) -> None:
    """Learn from past parcels which of those under way will be late, and whether that is told well enough."""
    await learn(clock.now(), settings)


async def ask_customers(settings: Settings, clock: Clock) -> None:
    """Invite to surveys those whose time has come, remind them once, and end what nobody has answered."""
    await ask_about_closed(clock.now(), settings)
    await go_round(clock.now(), settings)
    await ask_for_reviews(clock.now(), settings)


async def send_offers(settings: Settings, clock: Clock) -> None:
    """Start campaigns whose time has come, hand them to the outbox page by page, end those that are over, and show the
    staff how far they are; post and close polls; draw contests that have ended; let in who has linked since asking."""
    await mind_campaigns(settings, now=clock.now())
    await mind_automatic(settings, now=clock.now())
    await mind_posts(settings, now=clock.now())
    await mind_cards(settings, now=clock.now())
    await mind_contests(settings, now=clock.now())
    await mind_members(settings, now=clock.now())


# What falls due by the shop's clock, and how often it is looked for. The demo's clock runs faster: there all of it is
# done at every hour, so whatever is added here happens there, too.
DUE: tuple[tuple[Work, timedelta], ...] = (
    (process_inbox, INBOX_EVERY),
    (index_catalogue, INBOX_EVERY),
    (call_shop, INBOX_EVERY),
    (tell_what_is_back, REMIND_EVERY),
    (watch_parcels, PARCELS_EVERY),
    (remind, REMIND_EVERY),
    (ask_customers, SURVEYS_EVERY),
    (keep_promises, PROMISES_EVERY),
    (mind_returns, PROMISES_EVERY),
    (mind_points, PROMISES_EVERY),
    (check_points, FORGET_EVERY),
    (send_offers, OFFERS_EVERY),
)


async def ask_carriers(carriers: Carriers, clock: Clock) -> None:
    """Ask the carriers about open parcels that are due."""
    await carriers.poll_due(clock.now())
