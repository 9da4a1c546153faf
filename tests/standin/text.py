"""Texts, captions and keyboards of outgoing messages: what Telegram lets through."""

import re
from typing import Any
from urllib.parse import urlsplit

from tests.standin import markup, utf16
from tests.standin.refusal import Refusal

Json = dict[str, Any]

ACTIONS = (  # noqa: SIM905 - one word after another is easier to read
    "url callback_data web_app login_url switch_inline_query "
    "switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text "
    "callback_game pay"
).split()
STYLES = {"danger", "success", "primary"}
LARGEST = 10_000
"""Bytes of a reply markup."""


def formatted(source: str, given: Json, entities: str = "entities") -> tuple[str, list[Json]]:
    """Text and entities of a source with its ``parse_mode`` or its explicit entities."""
    mode = given.get("parse_mode", "")
    if len(source.encode()) > 1 << 15:
        raise Refusal("text is too long")
    if mode.lower() == "html":
        return markup.parse(source)
    if mode:
        raise Refusal("unsupported parse_mode")
    spans = given.get(entities, [])
    for span in spans:
        end = span["offset"] + span["length"]
        if span["offset"] < 0 or span["length"] <= 0 or end > utf16.length(source):
            raise Refusal("ENTITY_BOUNDS_INVALID")
    return markup.trimmed(source, spans)


def message_text(source: str, given: Json, too_long: str) -> tuple[str, list[Json]]:
    """A message's text: 1 to 4096 UTF-16 units after parsing."""
    text, spans = formatted(source, given)
    if not text:
        raise Refusal("message text is empty")
    if utf16.length(text) > 4096:
        raise Refusal(too_long)
    return text, spans


def caption(given: Json) -> tuple[str, list[Json]]:
    """A caption: at most 1024 UTF-16 units after parsing."""
    text, spans = formatted(given.get("caption", ""), given, "caption_entities")
    if utf16.length(text) > 1024:
        raise Refusal("message caption is too long")
    return text, spans


def keyboard(given: Json, *, private: bool = True) -> Json | None:
    """The reply markup, its buttons checked; None when there is none or it is empty."""
    chosen: Json | None = given.get("reply_markup")
    if chosen is None:
        return None
    if len(str(chosen).encode()) > LARGEST:
        raise Refusal("reply markup is too long")
    placeholder = chosen.get("input_field_placeholder", "")
    if utf16.length(placeholder) > 64:
        raise Refusal("input field placeholder is too long")
    if "inline_keyboard" not in chosen:
        return chosen
    rows: list[list[Json]] = [row for row in chosen["inline_keyboard"] if row]
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        raise Refusal("reply markup is too long")
    for row in rows:
        for button in row:
            check_button(button, private=private)
    return {"inline_keyboard": rows} if rows else None


def check_button(button: Json, *, private: bool) -> None:
    """One inline button: a label and exactly one thing that it does."""
    actions = [name for name in ACTIONS if name in button]
    if not actions or (button[actions[0]] == "" and not actions[0].startswith("switch")):
        raise unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise unparsed(f"exactly one action is allowed, found {', '.join(actions)}")
    if not button["text"].strip():
        raise Refusal("inline keyboard button text must be non-empty")
    if button.get("style", "primary") not in STYLES:
        raise unparsed("invalid button style specified")
    if actions[0] in ("pay", "callback_game", "login_url"):
        raise Refusal("BUTTON_TYPE_INVALID")
    if actions[0] == "web_app" and not private:
        raise Refusal("BUTTON_TYPE_INVALID")
    check_action(button)


def check_action(button: Json) -> None:
    """What a button does, within its limits."""
    if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
        raise Refusal("BUTTON_DATA_INVALID")
    if not 1 <= utf16.length(button.get("copy_text", {}).get("text", "x")) <= 256:
        raise Refusal("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and not is_link(button["url"]):
        raise Refusal(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    chosen = button.get("switch_inline_query_chosen_chat")
    if chosen is not None and not any(chosen.get(name) for name in chosen if name != "query"):
        raise Refusal("BUTTON_TYPE_INVALID")
    for query in (
        button.get("switch_inline_query", ""),
        button.get("switch_inline_query_current_chat", ""),
        (chosen or {}).get("query", ""),
    ):
        if utf16.length(query) > 256:
            raise Refusal("BUTTON_QUERY_TOO_LONG")


def is_link(url: str) -> bool:
    """Whether an address may be a button's: http, https, tg or ton, with a host."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return False
    host = parts.hostname or ""
    if parts.scheme in ("tg", "ton"):
        return bool(host)
    named = "." in host.strip(".") and not re.search(r"\s", url)
    return parts.scheme in ("http", "https") and named


def unparsed(sentence: str) -> Refusal:
    """The refusal for a button that is none."""
    return Refusal(f"can't parse inline keyboard button: {sentence}")
