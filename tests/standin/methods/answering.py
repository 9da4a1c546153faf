"""Answers to callback, inline and guest queries: one each, in time.

What each does: https://core.telegram.org/bots/api#available-methods
"""

import itertools
import re
from typing import Any

from tests.standin import text, utf16
from tests.standin.message import Message, Version
from tests.standin.query import Answer, Result
from tests.standin.refusal import Refusal
from tests.standin.world import World

Json = dict[str, Any]
NUMBERS = itertools.count(1)


def answer_callback_query(world: World, given: Json) -> bool:
    query = world.query(given["callback_query_id"], "callback")
    words = given.get("text", "")
    if utf16.length(words) > 200:
        raise Refusal("MESSAGE_TOO_LONG")
    if "url" in given and not given["url"].startswith(f"https://t.me/{world.username}?start="):
        raise Refusal("URL_INVALID")
    query.answer = Answer(words, given.get("show_alert", False), given.get("cache_time", 0))
    world.changed.notify_all()
    return True


def answer_inline_query(world: World, given: Json) -> bool:
    if len(given["results"]) > 50:
        raise Refusal("too many inline query results specified")
    results = [result(item, world) for item in given["results"]]
    identifiers = [item.id for item in results]
    if len(set(identifiers)) != len(identifiers):
        raise Refusal("RESULT_ID_DUPLICATE")
    if len(given.get("next_offset", "").encode()) > 64:
        raise Refusal("NEXT_OFFSET_INVALID")
    check_results_button(given.get("button"))
    query = world.query(given["inline_query_id"], "inline")
    query.answer = Answer(
        cache_time=given.get("cache_time", 300),
        personal=given.get("is_personal", False),
        next_offset=given.get("next_offset", ""),
        button=given.get("button"),
        results=results,
    )
    world.changed.notify_all()
    return True


def answer_guest_query(world: World, given: Json) -> Json:
    answer = result(given["result"], world)
    query = world.query(given["guest_query_id"], "guest")
    identifier = f"guest-{next(NUMBERS)}"
    answer.message.inline_id = identifier
    world.inline[identifier] = answer.message
    query.answer = Answer(results=[answer])
    world.changed.notify_all()
    return {"inline_message_id": identifier}


def check_results_button(button: Json | None) -> None:
    """The button above inline results: a start parameter or a Mini App."""
    if button is None:
        return
    if ("start_parameter" in button) == ("web_app" in button):
        raise Refusal(
            "can't parse inline query results button: "
            "InlineQueryResultsButton must have exactly one optional field"
        )
    if not button["text"].strip():
        raise Refusal("SWITCH_PM_TEXT_EMPTY")
    parameter = button.get("start_parameter", "x")
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", parameter):
        raise Refusal("START_PARAM_INVALID")


def result(given: Json, world: World) -> Result:
    """An article, its message parsed and its keyboard checked."""
    if not 1 <= len(given["id"].encode()) <= 64:
        raise Refusal("RESULT_ID_INVALID")
    if not given["title"].strip():
        raise Refusal("ARTICLE_TITLE_EMPTY")
    for name in ("url", "thumbnail_url"):
        if name in given and not text.is_link(given[name]):
            raise Refusal("WEBDOCUMENT_URL_INVALID")
    content = given["input_message_content"]
    plain, spans = text.message_text(content["message_text"], content, "MESSAGE_TOO_LONG")
    keyboard = text.keyboard(given, private=False)
    message = Message(
        0,
        world.user,
        [Version(plain, spans, keyboard, content["message_text"])],
        from_bot=True,
        link_preview=content.get("link_preview_options", {}),
    )
    return Result(given["id"], given["title"], given.get("description", ""), message, given)
