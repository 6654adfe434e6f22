"""What the two doors answer when they refuse: Telegram's own errors to bots, one sentence to people."""

from __future__ import annotations


class ApiError(Exception):
    """A Bot API call that is refused, with Telegram's code and description."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        retry_after: int | None = None,
        migrate_to_chat_id: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.migrate_to_chat_id = migrate_to_chat_id


def bad_request(description: str) -> ApiError:
    return ApiError(400, f"Bad Request: {description}")


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def conflict(description: str) -> ApiError:
    return ApiError(409, f"Conflict: {description}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


class ClientError(Exception):
    """A request of the page or a script that is refused: an HTTP status and a sentence a person can act on."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class ConnectionCut(Exception):  # noqa: N818 - an order to hang up, not an error of the caller
    """Close this connection without an answer (a fault was asked for, or the server "restarts")."""
