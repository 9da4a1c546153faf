import itertools
from typing import Any

import pytest

from tests.standin import StandIn
from tests.standin.calling import call, post, upload
from tests.standin.fields import METHODS

Json = dict[str, Any]


def keyboard(**button: Any) -> Json:
    return {"inline_keyboard": [[{"text": "Button"} | button]]}


def article(**changed: Any) -> Json:
    content = {"message_text": "x"}
    return {"type": "article", "id": "a", "title": "A", "input_message_content": content} | changed


HELLO = {"chat_id": 100001, "text": "x"}
DEEP = "can't parse inline keyboard button: "


def says(**changed: Any) -> tuple[str, Json]:
    return "sendMessage", HELLO | changed


def commands(*names: str, description: str = "x") -> tuple[str, Json]:
    listed = [{"command": name, "description": description} for name in names]
    return "setMyCommands", {"commands": listed}


def inline(**changed: Any) -> tuple[str, Json]:
    return "answerInlineQuery", {"inline_query_id": "1", "results": [article()]} | changed


REFUSED = [
    (("sendMessage", {"text": "x"}), "chat_id is empty"),
    (("sendMessage", {"chat_id": 100001}), "message text is empty"),
    (says(chat_id=5), "chat not found"),
    (says(chat_id="@nobody"), "chat not found"),
    (says(colour="red"), 'parameter "colour" is unknown to sendMessage'),
    (says(text=" \n "), "message text is empty"),
    (says(text="<b></b>", parse_mode="HTML"), "message text is empty"),
    (says(text="x" * 4097), "message is too long"),
    (says(text="😀" * 2049), "message is too long"),
    (says(text=7), 'field "text" must be of type str'),
    (says(text="<b>x", parse_mode="HTML"), "can't parse entities"),
    (says(parse_mode="Textile"), "unsupported parse_mode"),
    (says(disable_notification="maybe"), "can't parse disable_notification JSON object"),
    (says(reply_markup={}), "object expected as reply markup"),
    (says(reply_markup=keyboard()), DEEP + "Text buttons are unallowed"),
    (says(reply_markup=keyboard(callback_data="")), DEEP + "Text buttons are unallowed"),
    (says(reply_markup=keyboard(callback_data="x", url="https://a.fi")), "exactly one action"),
    (says(reply_markup=keyboard(callback_data="x" * 65)), "BUTTON_DATA_INVALID"),
    (says(reply_markup=keyboard(callback_data="ä" * 33)), "BUTTON_DATA_INVALID"),
    (says(reply_markup=keyboard(text=" ", callback_data="x")), "button text must be non-empty"),
    (says(reply_markup=keyboard(url="nowhere")), "is invalid: Wrong HTTP URL"),
    (says(reply_markup=keyboard(url="javascript://a.fi")), "is invalid: Wrong HTTP URL"),
    (says(reply_markup=keyboard(copy_text={"text": "x" * 257})), "BUTTON_COPY_TEXT_INVALID"),
    (says(reply_markup=keyboard(copy_text={"text": ""})), "BUTTON_COPY_TEXT_INVALID"),
    (says(reply_markup=keyboard(callback_data="x", style="loud")), "invalid button style"),
    (says(reply_markup=keyboard(switch_inline_query="x" * 257)), "BUTTON_QUERY_TOO_LONG"),
    (says(reply_markup={"inline_keyboard": [{"text": "x"}]}), "must be of type Array"),
    (
        says(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}),
        "reply markup is too long",
    ),
    (says(reply_parameters={"message_id": 9}), "message to be replied not found"),
    (says(message_thread_id=4), "message thread not found"),
    (
        ("sendMessage", {"chat_id": 100002, "text": "x"}),
        "Forbidden: bot can't initiate conversation with a user",
    ),
    (("editMessageText", {"text": "x"}), "message identifier is not specified"),
    (
        ("editMessageText", {"chat_id": 100001, "message_id": 9, "text": "x"}),
        "message to edit not found",
    ),
    (("editMessageText", {"inline_message_id": "9", "text": "x"}), "MESSAGE_ID_INVALID"),
    (("deleteMessage", {"chat_id": 100001, "message_id": 9}), "message to delete not found"),
    (("answerCallbackQuery", {"callback_query_id": "9"}), "query is too old"),
    (inline(), "query is too old"),
    (inline(results=[article(id=str(n)) for n in range(51)]), "too many inline query results"),
    (inline(results=[article(), article()]), "RESULT_ID_DUPLICATE"),
    (inline(results=[article(id="x" * 65)]), "RESULT_ID_INVALID"),
    (inline(results=[article(id="")]), "RESULT_ID_INVALID"),
    (inline(results=[article(title=" ")]), "ARTICLE_TITLE_EMPTY"),
    (inline(results=[article(type="sticker")]), "can't parse inline query result"),
    (inline(results=[{"type": "article", "id": "a"}]), 'can\'t find field "title"'),
    (inline(next_offset="x" * 65), "NEXT_OFFSET_INVALID"),
    (inline(button={"text": "x"}), "exactly one optional field"),
    (inline(button={"text": "x", "start_parameter": "ä"}), "START_PARAM_INVALID"),
    (inline(button={"text": "x", "start_parameter": "x" * 65}), "START_PARAM_INVALID"),
    (("answerGuestQuery", {"guest_query_id": "9", "result": article()}), "query is too old"),
    (commands("Define"), "BOT_COMMAND_INVALID"),
    (commands("x" * 33), "BOT_COMMAND_INVALID"),
    (commands("x", description=""), "BOT_COMMAND_DESCRIPTION_INVALID"),
    (commands("x", description="x" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
    (commands(*(f"c{n}" for n in range(101))), "BOT_COMMANDS_TOO_MUCH"),
    (
        ("setMyCommands", {"commands": [], "language_code": "fin"}),
        "invalid language code specified",
    ),
    (("setMyCommands", {"commands": [], "scope": {"type": "all"}}), "Unsupported type specified"),
    (
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}),
        "chat not found",
    ),
    (("setMyName", {"name": "x" * 65}), "NAME_TOO_LONG"),
    (("setMyDescription", {"description": "x" * 513}), "DESCRIPTION_TOO_LONG"),
    (("setMyShortDescription", {"short_description": "x" * 121}), "SHORT_DESCRIPTION_TOO_LONG"),
    (("setChatMenuButton", {"menu_button": {"type": "x"}}), "unsupported type"),
    (("sendChatAction", {"chat_id": 100001, "action": "think"}), "wrong parameter action"),
    (("getChatMember", {"chat_id": 100001, "user_id": 5}), "user not found"),
    (("getChatAdministrators", {"chat_id": 100001}), "no administrators in the private chat"),
    (("sendDocument", {"chat_id": 100001, "document": "x"}), "wrong file identifier"),
    (("setWebhook", {"url": "http://example.org"}), "An HTTPS URL must be provided"),
    (
        ("setWebhook", {"url": "https://example.org", "secret_token": "ä"}),
        "secret token contains unallowed characters",
    ),
    (("sendTelegram", {}), "Not Found: method not found"),
]


@pytest.mark.parametrize(("asked", "description"), REFUSED)
def test_what_telegram_would_refuse_is_refused_with_its_words(
    telegram: StandIn, asked: tuple[str, Json], description: str
) -> None:
    telegram.person("Ada")
    telegram.person("Eve", started=False)
    telegram.expects(description)
    method, given = asked
    answer = call(telegram, method, **given)
    assert not answer["ok"]
    assert description in answer["description"]


ACCEPTED = [
    says(text="x" * 4096),
    says(text="😀" * 2048),
    says(text="<b>" + "x" * 4096 + "</b>", parse_mode="html"),
    says(reply_markup=keyboard(callback_data="x" * 64)),
    says(reply_markup=keyboard(switch_inline_query="")),
    says(reply_markup=keyboard(copy_text={"text": "x" * 256})),
    says(reply_markup=keyboard(url="https://formin.fi/x")),
    says(reply_markup={"keyboard": [[{"text": "x"}]]}),
    says(reply_markup={"force_reply": True}),
    says(reply_parameters={"message_id": 9, "allow_sending_without_reply": True}),
    commands("define", description="x" * 256),
    ("setMyName", {"name": "x" * 64, "language_code": "fi"}),
    ("setMyDescription", {"description": "x" * 512}),
    ("setMyShortDescription", {"short_description": "x" * 120}),
    ("setChatMenuButton", {"menu_button": {"type": "commands"}}),
    ("getChatMember", {"chat_id": 100001, "user_id": 100001}),
    ("sendChatAction", {"chat_id": 100001, "action": "typing"}),
]


@pytest.mark.parametrize(("method", "given"), ACCEPTED)
def test_what_is_just_within_the_limits_is_accepted(
    telegram: StandIn, method: str, given: Json
) -> None:
    telegram.person("Ada")
    assert call(telegram, method, **given)["ok"]


def test_a_wrong_token_is_unauthorized(telegram: StandIn) -> None:
    telegram.expects("Unauthorized")
    assert post(f"{telegram.url}/bot1:wrong/getMe", {})["error_code"] == 401


def test_every_method_of_the_table_is_known_to_the_server(telegram: StandIn) -> None:
    telegram.expected.append("Bad Request")
    call(telegram, "sendMessage")
    for method in METHODS:
        answer = call(telegram, method)
        assert answer["ok"] or answer["error_code"] == 400


def test_a_message_is_not_edited_to_what_it_already_says(telegram: StandIn) -> None:
    telegram.expects("message is not modified")
    telegram.person("Ada")
    sent = call(telegram, "sendMessage", **HELLO)["result"]
    where = {"chat_id": 100001, "message_id": sent["message_id"]}
    assert call(telegram, "editMessageText", text="x", **where)["error_code"] == 400
    assert call(telegram, "editMessageText", text="y", **where)["ok"]


def test_only_the_bots_own_messages_can_be_edited(telegram: StandIn) -> None:
    telegram.expects("message can't be edited")
    ada = telegram.person("Ada")
    written = ada.says("mine")
    where = {"chat_id": ada.id, "message_id": written.id}
    assert not call(telegram, "editMessageText", text="y", **where)["ok"]


def test_a_query_is_answered_once_and_in_time(telegram: StandIn) -> None:
    telegram.expects("query is too old")
    ada = telegram.person("Ada")
    first, late = (ada.calls_back(ada.says("x"), "data") for _ in range(2))
    late.expire()
    answers = [
        call(telegram, "answerCallbackQuery", callback_query_id=query.id)["ok"]
        for query in (first, first, late)
    ]
    assert answers == [True, False, False]


@pytest.mark.parametrize("size", [200, 201])
def test_the_answer_to_a_button_holds_two_hundred_characters(telegram: StandIn, size: int) -> None:
    telegram.expected = ["MESSAGE_TOO_LONG"] * (size > 200)
    ada = telegram.person("Ada")
    query = ada.calls_back(ada.says("x"), "data")
    answer = call(telegram, "answerCallbackQuery", callback_query_id=query.id, text="x" * size)
    assert answer["ok"] == (size <= 200)


def test_a_blocked_bot_may_not_write_until_it_is_unblocked(telegram: StandIn) -> None:
    telegram.expects("Forbidden: bot was blocked by the user")
    ada = telegram.person("Ada")
    ada.blocks()
    assert call(telegram, "sendMessage", **HELLO)["error_code"] == 403
    ada.unblocks()
    assert call(telegram, "sendMessage", **HELLO)["ok"]


def test_a_migrated_group_names_its_new_number(telegram: StandIn) -> None:
    telegram.expects("group chat was upgraded to a supergroup chat")
    group = telegram.group("Readers")
    new = group.migrate()
    answer = call(telegram, "sendMessage", chat_id=group.id, text="x")
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert call(telegram, "sendMessage", chat_id=new.id, text="x")["ok"]


def test_a_bot_that_was_thrown_out_may_not_speak(telegram: StandIn) -> None:
    telegram.expects("Forbidden: bot was kicked from the group chat")
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    group.kick_bot(ada)
    assert call(telegram, "sendMessage", chat_id=group.id, text="x")["error_code"] == 403


@pytest.mark.parametrize(
    ("emoji", "refusal"), [("👀", None), ("🦆", "REACTION_INVALID"), ("A", "REACTION_INVALID")]
)
def test_reactions_are_those_that_telegram_lists(
    telegram: StandIn, emoji: str, refusal: str | None
) -> None:
    telegram.expected = [refusal] if refusal else []
    ada = telegram.person("Ada")
    message = ada.says("x")
    reaction = [{"type": "emoji", "emoji": emoji}]
    where = {"chat_id": ada.id, "message_id": message.id}
    call(telegram, "setMessageReaction", reaction=reaction, **where)
    assert message.reactions == ([] if refusal else [emoji])


def test_topics_of_a_forum_must_exist(telegram: StandIn) -> None:
    telegram.expects("message thread not found")
    forum = telegram.supergroup("Forum", forum=True)
    topic = forum.add_topic("Terms")
    sent = [
        call(telegram, "sendMessage", chat_id=forum.id, text="x", message_thread_id=number)["ok"]
        for number in (topic, 1)
    ]
    assert sent == [True, False]


def test_commands_are_kept_by_scope_and_language(telegram: StandIn) -> None:
    ada = telegram.person("Ada")
    group = telegram.group("Readers", ada)
    scopes: list[Json] = [
        {"type": "default"},
        {"type": "all_private_chats"},
        {"type": "chat", "chat_id": group.id},
        {"type": "chat_member", "chat_id": group.id, "user_id": ada.id},
    ]
    for number, (scope, language) in enumerate(itertools.product(scopes, ("", "fi"))):
        listed = [{"command": f"c{number}", "description": "x"}]
        given = {"scope": scope, "language_code": language}
        assert call(telegram, "setMyCommands", commands=listed, **given)["ok"]
    kept = call(telegram, "getMyCommands", scope=scopes[2], language_code="fi")["result"]
    assert [command["command"] for command in kept] == ["c5"]


def test_an_unexpected_refusal_fails_the_check() -> None:
    with StandIn() as telegram:
        call(telegram, "sendMessage", chat_id=5, text="x")
        with pytest.raises(AssertionError, match="chat not found"):
            telegram.check()


def test_an_expected_refusal_that_does_not_come_fails_the_check() -> None:
    with StandIn() as telegram:
        telegram.expects("chat not found")
        with pytest.raises(AssertionError, match="no refusal"):
            telegram.check()


@pytest.mark.parametrize(
    ("caption", "document", "refusal"),
    [
        ("x" * 1024, b"x", ""),
        ("<b>" + "x" * 1024 + "</b>", b"x", ""),
        ("x" * 1025, b"x", "message caption is too long"),
        ("<b>x", b"x", "can't parse entities"),
        ("", b"", "file must be non-empty"),
    ],
)
def test_a_document_is_not_empty_and_its_caption_not_long(
    telegram: StandIn, caption: str, document: bytes, refusal: str
) -> None:
    telegram.expected = [refusal] if refusal else []
    ada = telegram.person("Ada")
    form = {"chat_id": str(ada.id), "caption": caption, "parse_mode": "HTML"}
    answer = upload(f"{telegram.url}/bot{telegram.token}/sendDocument", form, document)
    assert refusal in answer.get("description", "")
    assert len(ada.chat.messages) == (not refusal)
