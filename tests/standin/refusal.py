"""A refused call, with the code and description that Telegram would give."""

from typing import Any

MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Refusal(Exception):  # noqa: N818 - the Bot API's word is refusal, not error
    """What the Bot API answers instead of a result.

    https://core.telegram.org/bots/api#making-requests
    """

    def __init__(self, sentence: str, code: int = 400, **parameters: int) -> None:
        self.code = code
        self.parameters = parameters
        prefix = PREFIXES[code]
        self.description = f"{prefix}: {sentence}" if sentence else prefix
        super().__init__(self.description)

    def json(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


def forbidden(sentence: str) -> Refusal:
    """403, for chats in which the bot may not speak."""
    return Refusal(sentence, 403)


def flood(seconds: int) -> Refusal:
    """429 with ``retry_after``."""
    return Refusal(f"retry after {seconds}", 429, retry_after=seconds)
