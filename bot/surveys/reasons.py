"""Every reason why somebody is not asked (now, or at all): a code in the plan's row, words in locales/*/why.ftl (N7).

Those that the outbox knows as well have the same code and the same words there (outbox/reasons.py).
"""

from enum import StrEnum


class NotAsked(StrEnum):
    # Not eligible: there is nobody, or nothing, to ask (about).
    ORDER_HIDDEN = "order_hidden"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_REFUNDED = "order_refunded"
    NO_CHAT = "no_chat"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NOT_FOUND = "not_found"
    KICKED = "kicked"
    CANNOT_INITIATE = "cannot_initiate"

    # Not triggered: what was to be asked about is no longer so, or never was for this person.
    NOT_DELIVERED = "not_delivered"
    NOT_SAMPLED = "not_sampled"
    SURVEY_OFF = "survey_off"

    # Not agreed to.
    NO_CONSENT = "no_consent"

    # To be left alone.
    HOLD_CASE = "hold_case"
    HOLD_RETURN = "hold_return"
    HOLD_LATE = "hold_late"
    HOLD_LOST = "hold_lost"
    HOLD_DAMAGED = "hold_damaged"
    HOLD_COMPLAINT = "hold_complaint"
    HOLD_HUMAN = "hold_human"
    HOLD_ERASURE = "hold_erasure"
    RECENT_COMPLAINT = "recent_complaint"

    # Asked not long ago, by this survey or by another.
    ASKED_SAME = "asked_same"
    ASKED_OTHER = "asked_other"

    # Written to often enough.
    CONTACT_DAY = "contact_day"
    CONTACT_WEEK = "contact_week"
    AFTER_PROBLEM = "after_problem"

    # Asked as many others as one day may.
    DAILY_LIMIT = "daily_limit"

    # Not at this hour.
    QUIET_HOURS = "quiet_hours"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"

    # It is over.
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
