"""Every reason why a push waits or was not sent: a code in its row, plain words in locales/*/why.ftl (N7)."""

from enum import StrEnum


class Why(StrEnum):
    # It waits, by the shop's time.
    QUIET_HOURS = "quiet_hours"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    CONTACT_DAY = "contact_day"
    CONTACT_WEEK = "contact_week"
    AFTER_PROBLEM = "after_problem"
    PAUSED = "paused"

    # It waits for another attempt, by real time; after the last one it has failed because of it.
    FLOOD = "flood"
    NO_TURN = "no_turn"
    NO_CONNECTION = "no_connection"
    UNAUTHORIZED = "unauthorized"
    SERVER_ERROR = "server_error"
    TIMED_OUT = "timed_out"
    DROPPED = "dropped"
    BAD_ANSWER = "bad_answer"
    MOVED = "moved"
    NOT_DRAWN = "not_drawn"

    # It was not sent, and will not be.
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NOT_FOUND = "not_found"
    KICKED = "kicked"
    CANNOT_INITIATE = "cannot_initiate"
    MUTED = "muted"
    NOT_THEIRS = "not_theirs"
    EXPIRED = "expired"
    NO_CONSENT = "no_consent"
    MAYBE_SENT = "maybe_sent"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    ORDERED = "ordered"
    ERASED = "erased"
    HOLD_CASE = "hold_case"
    HOLD_RETURN = "hold_return"
    HOLD_LATE = "hold_late"
    HOLD_LOST = "hold_lost"
    HOLD_DAMAGED = "hold_damaged"
    HOLD_COMPLAINT = "hold_complaint"
    HOLD_HUMAN = "hold_human"
    HOLD_ERASURE = "hold_erasure"

    # Telegram will never take it.
    REFUSED = "refused"
    MESSAGE_GONE = "message_gone"
