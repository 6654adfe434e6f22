"""Faults on request: what the server is to refuse, delay or drop next, so that tests and the demo can show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from .errors import ApiError, ClientError
from .spec import METHODS

Json = dict[str, Any]

DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"
FIELDS = {
    *("method", "times", "error_code", "description", "retry_after", "delay", "drop", "chat_id"),
    "migrate_to_chat_id",
}
MOST = 1_000_000
SPELLED = {name.lower(): name for name in METHODS}


@dataclass(slots=True)
class Fault:
    """One order: the next `times` calls of `method` (in one chat, if given) go wrong this way."""

    method: str
    times: int = 1
    error_code: int | None = None
    description: str | None = None
    retry_after: int | None = None
    delay: float = 0.0
    drop: Literal["before", "after"] | None = None
    chat_id: int | None = None
    migrate_to_chat_id: int | None = None

    def refusal(self) -> ApiError | None:
        """The error to answer, None when the call is to be carried out (late, or without an answer)."""
        if self.error_code is None:
            return None
        if self.migrate_to_chat_id is not None:
            return ApiError(400, UPGRADED, migrate_to_chat_id=self.migrate_to_chat_id)
        text = self.description or DESCRIPTIONS.get(self.error_code, "Internal Server Error")
        if self.error_code == 429 and self.description is None:
            text = f"Too Many Requests: retry after {self.retry_after}"
        return ApiError(self.error_code, text, retry_after=self.retry_after)

    def as_json(self) -> Json:
        fields = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in fields.items() if value not in {None, 0.0}}


@dataclass(slots=True)
class Faults:
    """The orders that wait."""

    pending: list[Fault] = field(default_factory=list)

    def add(self, order: Json) -> Fault:
        """Take one order of POST /api/faults; raises ClientError with what is wrong about it."""
        fault = _fault(order)
        self.pending.append(fault)
        return fault

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault this call has to suffer; it is used up by that."""
        for fault in self.pending:
            if fault.method == method and fault.chat_id in {None, chat_id}:
                fault.times -= 1
                if fault.times <= 0:
                    self.pending.remove(fault)
                return fault
        return None


def _fault(order: Json) -> Fault:
    if unknown := set(order) - FIELDS:
        raise ClientError(400, f"A fault has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(FIELDS))}.")
    method = SPELLED.get(str(order.get("method", "")).lower())
    if method is None:
        raise ClientError(400, "A fault needs the name of a Bot API method this server knows.")
    fault = Fault(method, description=_description(order), chat_id=_chat_id(order, "chat_id"))
    fault.times = _number(order, "times", 1, int)
    fault.migrate_to_chat_id = _chat_id(order, "migrate_to_chat_id")
    fault.delay = _number(order, "delay", 0.0, float)
    fault.error_code = _number(order, "error_code", None if fault.migrate_to_chat_id is None else 400, int)
    fault.retry_after = _number(order, "retry_after", 1 if fault.error_code == 429 else None, int)
    if drop := order.get("drop"):
        fault.drop = "before" if drop == "before" else "after"
    if fault.error_code is None and not fault.delay and not fault.drop:
        raise ClientError(400, "A fault needs an error_code, a delay or drop.")
    return fault


def _number(order: Json, name: str, default: Any, kind: type) -> Any:
    value = order.get(name, default)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MOST:
        raise ClientError(400, f"{name} of a fault is a number from 0 to {MOST}.")
    return kind(value)


def _chat_id(order: Json, name: str) -> int | None:
    value = order.get(name)
    if value is not None and type(value) is not int:
        raise ClientError(400, f"{name} of a fault is a whole number.")
    return value


def _description(order: Json) -> str | None:
    value = order.get("description")
    if value is not None and not isinstance(value, str):
        raise ClientError(400, "description of a fault is a text.")
    return value
