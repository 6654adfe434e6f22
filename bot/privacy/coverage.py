"""Where personal data is: for every table how a person's rows are found, and what erasure does with them.

A new table with a personal or sensitive column is one entry in COVERAGE (or, if it is about no customer, a line in
ELSEWHERE). tests/guards/test_privacy_coverage.py says what is missing, and erases a row of every table to prove it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# Why something outlives an erasure, for whoever asks.
BOOKS = "orders and what belongs to them: tax and commercial law, GDPR Art. 17(3)(b); blocked, shown to nobody"
CLAIMS = "returns: performance, refund and warranty of a contract, GDPR Art. 17(3)(b) and (e); blocked likewise"
PROOF = "proof of what was agreed to and withdrawn, GDPR Art. 7(1) and 17(3)(e); three years after its end"
ACCOUNTABILITY = "who of the staff did what, GDPR Art. 5(2); without what it was about"
ABUSE = "protection of the people who work here, GDPR Art. 6(1)(f)"
ANONYMOUS = "nobody's any more: scores without a person, GDPR recital 26"
ANONYMOUS_DRAW = "nobody's any more: a random ticket, by which a draw stays verifiable, GDPR recital 26"
REQUEST = "proof that a platform's request was answered in time, GDPR Art. 5(2)"
NOT_AGAIN = "digests by which an erased customer's old orders are recognised, GDPR Art. 17(3)(b)"


@dataclass(frozen=True, slots=True)
class Delete:
    """The rows go."""


@dataclass(frozen=True, slots=True)
class Blank:
    """These columns are emptied; `kept` are the personal ones that stay, and `ground` says why."""

    columns: str
    kept: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Keep:
    """The rows stay as they are."""

    ground: str


Erasure = Delete | Blank | Keep


@dataclass(frozen=True, slots=True)
class Covered:
    """One table.

    `by` names columns that hold an id of the person, and of what kind: a row is theirs if one fits. The ids of the
    rows found are of the kind `gives`, by which tables further down are found. `untold` columns are in no export
    (secrets, other people's ids); `masked` ones only where the purchase was linked by more than an order number.
    Rows whose column `staff_only[0]` says `staff_only[1]` are told by the shop after a look at them, not by the bot.
    """

    table: str
    by: Mapping[str, str]
    erasure: Erasure
    gives: str = ""
    untold: str = ""
    masked: str = ""
    staff_only: tuple[str, str] = ("", "")


# Tables above give the ids that those below are found by; erasure goes from the bottom to the top.
COVERAGE = (
    Covered("customer_chat", {"id": "chat"}, Delete()),
    Covered(
        "shop_customer",
        {"id": "customer"},
        Blank("external_id email email_key phone phone_key name locale", kept="postal_key", ground=BOOKS),
        masked="external_id email email_key phone phone_key",
    ),
    Covered("shop_erased", {"customer_id": "customer"}, Keep(NOT_AGAIN), untold="digest"),
    Covered(
        "shop_order",
        {"customer_id": "customer"},
        Keep(BOOKS),
        gives="order",
        untold="fingerprint",
        masked="external_id ship_name ship_street ship_postal_code",
    ),
    Covered("shop_line", {"order_id": "order"}, Keep(BOOKS), gives="line"),
    Covered("shop_shipment", {"order_id": "order"}, Keep(BOOKS), gives="shipment", masked="proof"),
    Covered("shop_refund", {"order_id": "order"}, Keep(BOOKS)),
    Covered("shop_return", {"order_id": "order"}, Keep(BOOKS)),
    Covered("shipping_event", {"shipment_id": "shipment"}, Keep(BOOKS)),
    Covered("shipping_alert", {"shipment_id": "shipment"}, Delete()),
    Covered("shipping_watch", {"shipment_id": "shipment"}, Delete()),
    Covered("shipping_poll", {"shipment_id": "shipment"}, Delete()),
    Covered("customer_link", {"chat_id": "chat", "customer_id": "customer"}, Delete()),
    Covered("customer_link_token", {"order_id": "order"}, Delete(), untold="digest mailed_to"),
    Covered("customer_link_attempt", {"chat_id": "chat"}, Delete()),
    Covered("customer_hold", {"customer_id": "customer"}, Delete()),
    Covered("customer_mute", {"chat_id": "chat", "order_id": "order"}, Delete()),
    Covered("customer_consent", {"chat_id": "chat"}, Keep(PROOF)),
    Covered("customer_consent_ask", {"chat_id": "chat"}, Delete()),
    Covered("conversation_state", {"key": "dialog"}, Delete()),
    Covered(
        "ticket_case",
        {"chat_id": "chat", "customer_id": "customer"},
        Blank(
            "once customer_id chat_id order_id shipment_id rating value currency locale facts buttons resolved_words",
            kept="reasons solved",
            ground=ANONYMOUS,
        ),
        gives="case",
        untold="facts buttons owner_id card_chat card_message",
    ),
    Covered("ticket_message", {"case_id": "case"}, Delete(), untold="staff_id", staff_only=("author", "note")),
    Covered("ticket_goodwill", {"case_id": "case"}, Delete(), untold="staff_id"),
    Covered("ticket_turn", {"chat_id": "chat"}, Delete()),
    Covered("ticket_ban", {"id": "chat"}, Keep(ABUSE), untold="banned_by"),
    Covered(
        "return_request",
        {"chat_id": "chat", "customer_id": "customer"},
        Blank(
            "chat_id note",
            kept="customer_id order_id external_id why finding label label_key locale",
            ground=CLAIMS,
        ),
        gives="return",
    ),
    Covered("return_item", {"request_id": "return"}, Keep(CLAIMS)),
    Covered("return_photo", {"request_id": "return"}, Delete()),
    Covered("return_label_poll", {"request_id": "return"}, Delete()),
    Covered("return_step", {"request_id": "return"}, Keep(CLAIMS), untold="staff_id"),
    Covered("return_payment", {"request_id": "return"}, Keep(CLAIMS), untold="staff_id"),
    Covered("return_surcharge", {"request_id": "return"}, Keep(CLAIMS), untold="staff_id"),
    Covered("return_shop_call", {"subject": "subject"}, Blank("words", kept="subject body", ground=CLAIMS)),
    Covered("survey_plan", {"chat_id": "chat", "customer_id": "customer"}, Delete(), gives="plan"),
    Covered("survey_contact", {"person": "person"}, Delete()),
    Covered(
        "survey_answer",
        {"chat_id": "chat", "customer_id": "customer", "order_id": "order", "plan_id": "plan", "id": "orphan"},
        Blank(
            "order_id order_number comment comment_parts locale plan_id customer_id chat_id photos",
            kept="once score reasons",
            ground=ANONYMOUS,
        ),
        gives="answer",
    ),
    Covered("survey_answer_change", {"answer_id": "answer"}, Keep(ANONYMOUS)),
    Covered("support_question", {"chat_id": "chat"}, Blank("chat_id text")),
    Covered("loyalty_account", {"customer_id": "customer"}, Delete()),
    Covered("loyalty_warning", {"customer_id": "customer"}, Delete()),
    Covered("loyalty_entry", {"customer_id": "customer"}, Delete()),
    Covered("loyalty_coupon", {"customer_id": "customer"}, Delete(), gives="coupon"),
    Covered("loyalty_checkout_call", {"coupon_id": "coupon"}, Delete(), untold="visitor answer"),
    Covered("loyalty_invitation", {"customer_id": "customer"}, Blank("customer_id code")),
    Covered(
        "loyalty_referral",
        {"chat_id": "chat", "customer_id": "customer"},
        Blank("chat_id customer_id order_id", kept="invitation_id decided_by", ground=ANONYMOUS),
        untold="invitation_id decided_by",  # who invited them is nobody's but the inviter's
    ),
    Covered("support_stock_wish", {"chat_id": "chat"}, Delete()),
    Covered(
        "broadcast_recipient",
        {"chat_id": "chat", "customer_id": "customer"},
        Delete(),
        gives="recipient",
        untold="token",
    ),
    Covered("broadcast_click", {"recipient_id": "recipient"}, Delete()),
    Covered(
        "broadcast_voice",
        {"chat_id": "chat", "customer_id": "customer"},
        Blank("chat_id customer_id", kept="source", ground=ANONYMOUS),
        untold="source",
    ),
    Covered(
        "community_contest_entry",  # who has left a contest to come is not in its draw
        {"chat_id": "chat"},
        Blank("chat_id locale"),
        gives="contest_entry",
    ),
    Covered(
        "community_contest_place",
        {"entry_id": "contest_entry"},
        Blank("answer", kept="entry_id drawn_by replaced_by", ground=ANONYMOUS_DRAW),
        untold="drawn_by replaced_by",
    ),
    Covered(
        "community_personal_link",
        {"chat_id": "chat", "customer_id": "customer"},
        Blank("chat_id customer_id", kept="link", ground="it is revoked at Telegram within seconds, and then emptied"),
        untold="link",
    ),
    Covered("community_group_answer", {"id": "chat"}, Delete()),
    Covered("community_join_request", {"chat_id": "chat"}, Delete(), untold="decided_by"),
    Covered("community_review_ask", {"chat_id": "chat", "customer_id": "customer", "order_id": "order"}, Delete()),
    Covered("community_review", {"chat_id": "chat", "customer_id": "customer"}, Delete()),
    Covered("outbox_push", {"chat_id": "chat", "customer_id": "customer"}, Delete(), untold="receipt"),
    Covered("outbox_slot", {"chat_id": "chat"}, Delete()),
    Covered(
        "staff_audit",
        {"subject": "subject"},
        Blank("detail", kept="staff_id", ground=ACCOUNTABILITY),
        untold="staff_id detail",
    ),
)

# Personal columns that are about no customer, or in which nobody can be found, and what becomes of them.
ELSEWHERE = {
    "staff_member": "the people who work here; `/staff revoke` ends it",
    "broadcast_campaign": "who of the staff wrote and approved it; it stays with the campaign",
    "broadcast_improvement": "who of the staff said what was done; it stays with what they said",
    "broadcast_watcher": "who of the staff follows how far it is; it stays with the campaign",
    "broadcast_recurring": "who of the staff switched it on; it stays with the campaigns",
    "broadcast_poll": "who of the staff wrote it; it stays with the poll",
    "community_contest": "who of the staff wrote it, and the seed of its draw; they stay with the contest",
    "community_review_decision": "who of the staff let words be shown or not; stars and reason, no person",
    "support_faq": "who of the staff wrote an answer; it stays with the answer",
    "connector_inbox": "raw bodies as the platforms sent them: deleted 30 days after processing, else after 90",
    "connector_data_request": REQUEST + "; whom it names is emptied once done, a copy after 30 days",
}
