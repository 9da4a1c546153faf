"""Messages: sent, edited, deleted, reacted to.

What each does: https://core.telegram.org/bots/api#available-methods
"""

from typing import Any

from tests.standin import text
from tests.standin.chat import Chat
from tests.standin.fields import ACTIONS, REACTIONS
from tests.standin.message import Message, Version
from tests.standin.parameters import Upload
from tests.standin.refusal import MODIFIED, Refusal
from tests.standin.world import World

Json = dict[str, Any]


def send_message(world: World, given: Json) -> Json:
    chat = target(world, given)
    version = written(given, chat, "message is too long")
    message = Message(0, world.user, [version], link_preview=given.get("link_preview_options", {}))
    return keep(world, chat, message, given).json()


def send_document(world: World, given: Json) -> Json:
    chat = target(world, given)
    document = given["document"]
    if not isinstance(document, Upload):
        raise Refusal("wrong file identifier/HTTP URL specified")
    if not document.content:
        raise Refusal("file must be non-empty")
    caption, spans = text.caption(given)
    keyboard = text.keyboard(given, private=chat.kind == "private")
    version = Version(caption, spans, keyboard, given.get("caption", ""))
    message = Message(0, world.user, [version], document=(document.name, document.content))
    return keep(world, chat, message, given).json()


def target(world: World, given: Json) -> Chat:
    """The chat to write to, which lets the bot write."""
    chat = world.chat(given["chat_id"])
    chat.check_writable()
    chat.check_topic(given.get("message_thread_id"))
    return chat


def written(given: Json, chat: Chat | None, too_long: str) -> Version:
    """Text and keyboard of a message."""
    plain, spans = text.message_text(given["text"], given, too_long)
    private = chat is None or chat.kind == "private"
    return Version(plain, spans, text.keyboard(given, private=private), given["text"])


def keep(world: World, chat: Chat, message: Message, given: Json) -> Message:
    """Put a checked message into its chat."""
    message.from_bot = True
    message.topic = given.get("message_thread_id") if chat.forum else None
    message.silent = given.get("disable_notification", False)
    message.extra = {"has_protected_content": True} if given.get("protect_content") else {}
    message.reply_to = replied(world, chat, given.get("reply_parameters"))
    if message.reply_to is not None and chat.forum and message.topic is None:
        message.topic = message.reply_to.topic
    message.quote = given.get("reply_parameters", {}).get("quote")
    chat.other_bot_spoke = False
    return chat.add(message)


def replied(world: World, chat: Chat, reply: Json | None) -> Message | None:
    """The message that is replied to."""
    if not reply:
        return None
    there = world.chat(reply["chat_id"]) if "chat_id" in reply else chat
    message = there.find(reply["message_id"])
    if message is None:
        if reply.get("allow_sending_without_reply"):
            return None
        raise Refusal("message to be replied not found")
    if reply.get("quote", "") not in message.text:
        raise Refusal("QUOTE_TEXT_INVALID")
    return message


def edited(world: World, given: Json) -> Message:
    """The message that an edit means: the bot's own, in a chat or inline."""
    if "chat_id" not in given and "message_id" not in given:
        if "inline_message_id" not in given:
            raise Refusal("message identifier is not specified")
        found = world.inline.get(given["inline_message_id"])
        if found is None:
            raise Refusal("MESSAGE_ID_INVALID")
        return found
    if "chat_id" not in given:
        raise Refusal("chat_id is empty")
    chat = world.chat(given["chat_id"])
    chat.check_writable()
    found = chat.find(given.get("message_id", 0))
    if found is None:
        raise Refusal("message to edit not found")
    if not found.from_bot:
        raise Refusal("message can't be edited")
    return found


def edit_message_text(world: World, given: Json) -> Json | bool:
    message = edited(world, given)
    if message.document is not None:
        raise Refusal("there is no text in the message to edit")
    version = written(given, message.chat, "MESSAGE_TOO_LONG")
    message.link_preview = given.get("link_preview_options", {})
    return change(world, message, version)


def edit_message_reply_markup(world: World, given: Json) -> Json | bool:
    message = edited(world, given)
    private = message.chat is None or message.chat.kind == "private"
    keyboard = text.keyboard(given, private=private)
    return change(world, message, Version(message.text, message.entities, keyboard, message.html))


def change(world: World, message: Message, version: Version) -> Json | bool:
    """Replace what a message says, if that is something else."""
    old = message.now
    if (old.text, old.entities, old.markup) == (version.text, version.entities, version.markup):
        raise Refusal(MODIFIED)
    message.versions.append(version)
    world.changed.notify_all()
    return True if message.inline_id is not None else message.json()


def delete_message(world: World, given: Json) -> bool:
    chat = world.chat(given["chat_id"])
    chat.check_writable()
    message = chat.find(given["message_id"])
    if message is None:
        raise Refusal("message to delete not found")
    if not message.from_bot and chat.kind != "private" and chat.bot != "administrator":
        raise Refusal("message can't be deleted")
    message.deleted = True
    world.changed.notify_all()
    return True


def delete_messages(world: World, given: Json) -> bool:
    """Those not found are skipped."""
    if not 1 <= len(given["message_ids"]) <= 100:
        raise Refusal("too many message identifiers specified")
    chat = world.chat(given["chat_id"])
    for number in given["message_ids"]:
        if chat.find(number) is not None:
            delete_message(world, {"chat_id": chat.id, "message_id": number})
    return True


def set_message_reaction(world: World, given: Json) -> bool:
    chat = world.chat(given["chat_id"])
    chat.check_writable()
    message = chat.find(given["message_id"])
    if message is None:
        raise Refusal("message to react not found")
    reactions = [reaction.get("emoji", "custom") for reaction in given.get("reaction", [])]
    if len(reactions) > 1:
        raise Refusal("REACTIONS_TOO_MANY")
    allowed = REACTIONS if chat.available_reactions is None else chat.available_reactions
    if not set(reactions) <= set(allowed):
        raise Refusal("REACTION_INVALID")
    message.reactions = reactions
    world.changed.notify_all()
    return True


def send_chat_action(world: World, given: Json) -> bool:
    chat = target(world, given)
    if given["action"] not in ACTIONS:
        raise Refusal("wrong parameter action in request")
    chat.actions.append(given["action"])
    world.changed.notify_all()
    return True


def get_file(world: World, given: Json) -> Json:
    name, content = document(world, given["file_id"])
    return {
        "file_id": given["file_id"],
        "file_unique_id": given["file_id"],
        "file_size": len(content),
        "file_path": f"documents/{given['file_id']}/{name}",
    }


def document(world: World, identifier: str) -> tuple[str, bytes]:
    """Name and content of a document sent in some chat."""
    for chat in world.chats.values():
        for message in chat.log:
            if message.document and identifier == f"document-{chat.id}-{message.id}":
                return message.document
    raise Refusal("wrong file_id or the file is temporarily unavailable")
