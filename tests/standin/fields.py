"""Fields of the Bot API's methods and types that this bot may use (Bot API 10.0).

``name!`` is required; ``[T]`` is an array; ``chat`` is a number or ``@username``; ``file`` is an
upload or a string. Transcribed from https://core.telegram.org/bots/api.
"""

SENDING = (
    "business_connection_id:str chat_id!:chat message_thread_id:int direct_messages_topic_id:int "
    "disable_notification:bool protect_content:bool allow_paid_broadcast:bool "
    "message_effect_id:str suggested_post_parameters:json reply_parameters:ReplyParameters "
    "reply_markup:ReplyMarkup"
)
EDITING = (
    "business_connection_id:str chat_id:chat message_id:int inline_message_id:str "
    "reply_markup:InlineKeyboardMarkup"
)
TEXT = "parse_mode:str entities:[MessageEntity] link_preview_options:LinkPreviewOptions"

METHODS = {
    "getMe": "",
    "logOut": "",
    "close": "",
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:[str]",
    "setWebhook": (
        "url!:str certificate:file ip_address:str max_connections:int allowed_updates:[str] "
        "drop_pending_updates:bool secret_token:str"
    ),
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "sendMessage": f"text!:str {TEXT} {SENDING}",
    "sendDocument": (
        "document!:file thumbnail:file caption:str parse_mode:str "
        f"caption_entities:[MessageEntity] disable_content_type_detection:bool {SENDING}"
    ),
    "sendChatAction": (
        "business_connection_id:str chat_id!:chat message_thread_id:int action!:str"
    ),
    "editMessageText": f"text!:str {TEXT} {EDITING}",
    "editMessageReplyMarkup": EDITING,
    "deleteMessage": "chat_id!:chat message_id!:int",
    "deleteMessages": "chat_id!:chat message_ids!:[int]",
    "setMessageReaction": "chat_id!:chat message_id!:int reaction:[ReactionType] is_big:bool",
    "answerCallbackQuery": (
        "callback_query_id!:str text:str show_alert:bool url:str cache_time:int"
    ),
    "answerInlineQuery": (
        "inline_query_id!:str results!:[InlineQueryResult] cache_time:int is_personal:bool "
        "next_offset:str button:InlineQueryResultsButton"
    ),
    "answerGuestQuery": "guest_query_id!:str result!:InlineQueryResult",
    "setMyCommands": "commands!:[BotCommand] scope:BotCommandScope language_code:str",
    "getMyCommands": "scope:BotCommandScope language_code:str",
    "deleteMyCommands": "scope:BotCommandScope language_code:str",
    "setMyName": "name:str language_code:str",
    "getMyName": "language_code:str",
    "setMyDescription": "description:str language_code:str",
    "getMyDescription": "language_code:str",
    "setMyShortDescription": "short_description:str language_code:str",
    "getMyShortDescription": "language_code:str",
    "setChatMenuButton": "chat_id:int menu_button:MenuButton",
    "getChatMenuButton": "chat_id:int",
    "getChat": "chat_id!:chat",
    "getChatMember": "chat_id!:chat user_id!:int",
    "getChatAdministrators": "chat_id!:chat return_bots:bool",
    "leaveChat": "chat_id!:chat",
    "getFile": "file_id!:str",
}

TYPES = {
    "MessageEntity": (
        "type!:str offset!:int length!:int url:str user:json language:str custom_emoji_id:str "
        "unix_time:int date_time_format:str"
    ),
    "LinkPreviewOptions": (
        "is_disabled:bool url:str prefer_small_media:bool prefer_large_media:bool "
        "show_above_text:bool"
    ),
    "ReplyParameters": (
        "message_id!:int chat_id:chat allow_sending_without_reply:bool quote:str "
        "quote_parse_mode:str quote_entities:[MessageEntity] quote_position:int "
        "checklist_task_id:int poll_option_id:str"
    ),
    "InlineKeyboardMarkup": "inline_keyboard!:[[InlineKeyboardButton]]",
    "InlineKeyboardButton": (
        "text!:str icon_custom_emoji_id:str style:str url:str callback_data:str "
        "web_app:WebAppInfo login_url:json switch_inline_query:str "
        "switch_inline_query_current_chat:str "
        "switch_inline_query_chosen_chat:SwitchInlineQueryChosenChat copy_text:CopyTextButton "
        "callback_game:json pay:bool"
    ),
    "SwitchInlineQueryChosenChat": (
        "query:str allow_user_chats:bool allow_bot_chats:bool allow_group_chats:bool "
        "allow_channel_chats:bool"
    ),
    "CopyTextButton": "text!:str",
    "WebAppInfo": "url!:str",
    "ReplyKeyboardMarkup": (
        "keyboard!:[[KeyboardButton]] is_persistent:bool resize_keyboard:bool "
        "one_time_keyboard:bool input_field_placeholder:str selective:bool"
    ),
    "KeyboardButton": (
        "text!:str icon_custom_emoji_id:str style:str request_contact:bool request_location:bool"
    ),
    "ReplyKeyboardRemove": "remove_keyboard!:bool selective:bool",
    "ForceReply": "force_reply!:bool input_field_placeholder:str selective:bool",
    "InlineQueryResultArticle": (
        "type!:str id!:str title!:str input_message_content!:InputTextMessageContent "
        "reply_markup:InlineKeyboardMarkup url:str description:str thumbnail_url:str "
        "thumbnail_width:int thumbnail_height:int"
    ),
    "InputTextMessageContent": f"message_text!:str {TEXT}",
    "InlineQueryResultsButton": "text!:str web_app:WebAppInfo start_parameter:str",
    "ReactionTypeEmoji": "type!:str emoji!:str",
    "ReactionTypeCustomEmoji": "type!:str custom_emoji_id!:str",
    "BotCommand": "command!:str description!:str",
    "BotCommandScope": "type!:str",
    "BotCommandScopeChat": "type!:str chat_id!:chat",
    "BotCommandScopeChatMember": "type!:str chat_id!:chat user_id!:int",
    "MenuButtonDefault": "type!:str",
    "MenuButtonWebApp": "type!:str text!:str web_app!:WebAppInfo",
}

UPDATES = (  # noqa: SIM905 - one word after another is easier to read
    "message edited_message channel_post edited_channel_post business_connection "
    "business_message edited_business_message deleted_business_messages "
    "guest_message message_reaction message_reaction_count inline_query "
    "chosen_inline_result callback_query shipping_query pre_checkout_query "
    "purchased_paid_media poll poll_answer my_chat_member chat_member "
    "chat_join_request chat_boost removed_chat_boost managed_bot"
).split()
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}
"""Update kinds that Telegram sends only when they are asked for by name."""

ACTIONS = (  # noqa: SIM905 - one word after another is easier to read
    "typing upload_photo record_video upload_video record_voice upload_voice "
    "upload_document choose_sticker find_location record_video_note "
    "upload_video_note"
).split()

REACTIONS = (  # noqa: SIM905 - one word after another is easier to read
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 "
    "🕊 🤡 🥱 🥴 😍 🐳 ❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 "
    "🍾 💋 🖕 😈 😴 😭 🤓 👻 👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 "
    "🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ "
    "😡"
).split()
