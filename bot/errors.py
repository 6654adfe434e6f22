"""Errors that people are told about: operators in one line on stderr, customers by a Fluent key."""


class OperatorError(Exception):
    """Something the operator can mend; its message says what is wrong, where, and what to do."""


class WrongUseError(OperatorError):
    """The command was called in a way that cannot be meant; the exit code is 2."""


class CustomerError(Exception):
    """Something the customer is told in their own language.

    `key` names the Fluent message; `values` fill its variables.
    """

    key = "error-unexpected"

    def __init__(self, **values: str | int) -> None:
        super().__init__(self.key)
        self.values = values


class TooManyTriesError(CustomerError):
    """The throttle of a look-up is used up (rules of ID-03: five tries in fifteen minutes)."""

    key = "error-too-many-tries"


class NotFoundError(CustomerError):
    """The thing asked for does not exist or is not the asker's: one answer for both, on purpose."""

    key = "error-not-found"


class LinkExpiredError(CustomerError):
    """A deep link was used before, has expired, or never existed."""

    key = "error-link-expired"
