"""Chats and their members, as the bot may ask about them.

What each does: https://core.telegram.org/bots/api#available-methods
"""

from typing import Any

from tests.standin.chat import Chat, member
from tests.standin.refusal import Refusal
from tests.standin.world import World

Json = dict[str, Any]


def readable(world: World, given: Json) -> Chat:
    """A chat that the bot may ask about: it is no group that has moved or thrown it out."""
    chat = world.chat(given["chat_id"])
    if chat.kind != "private" or not chat.started:
        chat.check_writable()
    return chat


def get_chat(world: World, given: Json) -> Json:
    chat = readable(world, given)
    return chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def get_chat_member(world: World, given: Json) -> Json:
    chat = readable(world, given)
    if given["user_id"] == world.bot["id"]:
        return member(world.user, chat.bot)
    if given["user_id"] not in world.people:
        raise Refusal("user not found")
    person, standing = chat.members.get(given["user_id"], (world.people[given["user_id"]], "left"))
    if chat is person.chat:
        standing = "member"
    return member(person.json(), standing)


def get_chat_administrators(world: World, given: Json) -> list[Json]:
    chat = readable(world, given)
    if chat.kind == "private":
        raise Refusal("there are no administrators in the private chat")
    return [
        member(person.json(), standing)
        for person, standing in chat.members.values()
        if standing in ("creator", "administrator")
    ]


def leave_chat(world: World, given: Json) -> bool:
    chat = readable(world, given)
    if chat.kind == "private":
        raise Refusal("chat member status can't be changed in private chats")
    chat.bot = "left"
    return True
