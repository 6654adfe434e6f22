"""When orders come that somebody has asked about: with the day they named, now or a moment ago."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversations.topics import Topic
from bot.returns.declarations import withdrawn_orders
from bot.shop.orders import get_order
from bot.support.dates import Deadline, find_deadline, read_deadline
from bot.support.results import Answer, Arrival, OrderChoice, OrderFound


async def with_arrival(
    answer: Answer, text: str, topic: Topic | None, *, customer_ids: Sequence[int], today: date
) -> Answer:
    """An order that was asked about with a day, or with "when?": with what is known of its coming.

    Where the customer has to say first which order is meant, the question stays with the choice.
    """
    named = find_deadline(text, today)
    match answer.result:
        case OrderFound(order_id) as found if named or found.arrival or answer.intent == "delivery_time":
            asked = named or (read_deadline(topic.by) if found.arrival and topic else None)
            arrival = await arrival_of(order_id, asked, customer_ids=customer_ids, today=today)
            return replace(answer, result=replace(found, arrival=arrival))
        case OrderChoice(_, None) as choice if named or answer.intent == "delivery_time":
            return replace(answer, result=replace(choice, wish="delivery_time", deadline=named))
        case _:
            return answer


async def arrival_of(order_id: int, deadline: Deadline | None, *, customer_ids: Sequence[int], today: date) -> Arrival:
    """What is known of the coming of the customer's own order; NotFoundError for any other.

    Nobody waits for an order that they have withdrawn from as a whole.
    """
    order = await get_order(order_id, customer_ids=customer_ids, today=today)
    is_over = not order.is_open or (await withdrawn_orders([order_id])).get(order_id, False)
    is_met = deadline.is_met(order.expected_on) if deadline and order.expected_on else None
    return Arrival(
        expected_on=None if is_over else order.expected_on,
        is_late=order.late and not is_over,
        is_over=is_over,
        deadline=deadline.day if deadline else None,
        is_met=is_met,
    )
