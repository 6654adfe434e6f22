"""What the Bot API methods in use take: names, types, what is required. Written by make_spec.py.

Source: the method classes of aiogram 3.31.0 (Bot API 10.3),
without the deprecated parameters, except those that aiogram sends by itself.
"""

METHODS = {
    "getMe": "",
    "getUpdates": """
        offset Integer; limit Integer; timeout Integer; allowed_updates Array of String
    """,
    "setWebhook": """
        url! String; certificate InputFile; ip_address String; max_connections Integer;
        allowed_updates Array of String; drop_pending_updates Boolean; secret_token String
    """,
    "deleteWebhook": """
        drop_pending_updates Boolean
    """,
    "getWebhookInfo": "",
    "sendMessage": """
        chat_id! Integer|String; text! String; business_connection_id String; message_thread_id Integer;
        direct_messages_topic_id Integer; parse_mode String; entities Array of MessageEntity;
        link_preview_options LinkPreviewOptions; disable_notification Boolean; protect_content Boolean;
        allow_paid_broadcast Boolean; message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters; disable_web_page_preview Boolean
    """,
    "editMessageText": """
        text String; business_connection_id String; chat_id Integer|String; message_id Integer;
        inline_message_id String; parse_mode String; entities Array of MessageEntity;
        link_preview_options LinkPreviewOptions; reply_markup InlineKeyboardMarkup; rich_message InputRichMessage;
        disable_web_page_preview Boolean
    """,
    "editMessageReplyMarkup": """
        business_connection_id String; chat_id Integer|String; message_id Integer; inline_message_id String;
        reply_markup InlineKeyboardMarkup
    """,
    "deleteMessage": """
        chat_id! Integer|String; message_id! Integer
    """,
    "deleteMessages": """
        chat_id! Integer|String; message_ids! Array of Integer
    """,
    "sendPhoto": """
        chat_id! Integer|String; photo! String|InputFile; business_connection_id String; message_thread_id Integer;
        direct_messages_topic_id Integer; caption String; parse_mode String;
        caption_entities Array of MessageEntity; show_caption_above_media Boolean; has_spoiler Boolean;
        disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendDocument": """
        chat_id! Integer|String; document! String|InputFile; business_connection_id String;
        message_thread_id Integer; direct_messages_topic_id Integer; thumbnail InputFile; caption String;
        parse_mode String; caption_entities Array of MessageEntity; disable_content_type_detection Boolean;
        disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendVoice": """
        chat_id! Integer|String; voice! String|InputFile; business_connection_id String; message_thread_id Integer;
        direct_messages_topic_id Integer; caption String; parse_mode String;
        caption_entities Array of MessageEntity; duration Integer; disable_notification Boolean;
        protect_content Boolean; allow_paid_broadcast Boolean; message_effect_id String;
        suggested_post_parameters SuggestedPostParameters; reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendVideo": """
        chat_id! Integer|String; video! String|InputFile; business_connection_id String; message_thread_id Integer;
        direct_messages_topic_id Integer; duration Integer; width Integer; height Integer; thumbnail InputFile;
        cover String|InputFile; start_timestamp Integer; caption String; parse_mode String;
        caption_entities Array of MessageEntity; show_caption_above_media Boolean; has_spoiler Boolean;
        supports_streaming Boolean; disable_notification Boolean; protect_content Boolean;
        allow_paid_broadcast Boolean; message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendAudio": """
        chat_id! Integer|String; audio! String|InputFile; business_connection_id String; message_thread_id Integer;
        direct_messages_topic_id Integer; caption String; parse_mode String;
        caption_entities Array of MessageEntity; duration Integer; performer String; title String;
        thumbnail InputFile; disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendAnimation": """
        chat_id! Integer|String; animation! String|InputFile; business_connection_id String;
        message_thread_id Integer; direct_messages_topic_id Integer; duration Integer; width Integer;
        height Integer; thumbnail InputFile; caption String; parse_mode String;
        caption_entities Array of MessageEntity; show_caption_above_media Boolean; has_spoiler Boolean;
        disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendVideoNote": """
        chat_id! Integer|String; video_note! String|InputFile; business_connection_id String;
        message_thread_id Integer; direct_messages_topic_id Integer; duration Integer; length Integer;
        thumbnail InputFile; disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; suggested_post_parameters SuggestedPostParameters;
        reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply;
        ephemeral_message_parameters EphemeralMessageParameters
    """,
    "sendMediaGroup": """
        chat_id! Integer|String;
        media! Array of InputMediaAudio|InputMediaDocument|InputMediaLivePhoto|InputMediaPhoto|InputMediaVideo;
        business_connection_id String; message_thread_id Integer; direct_messages_topic_id Integer;
        disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; reply_parameters ReplyParameters
    """,
    "editMessageCaption": """
        business_connection_id String; chat_id Integer|String; message_id Integer; inline_message_id String;
        caption String; parse_mode String; caption_entities Array of MessageEntity;
        show_caption_above_media Boolean; reply_markup InlineKeyboardMarkup
    """,
    "editMessageMedia": """
        media! InputMedia; business_connection_id String; chat_id Integer|String; message_id Integer;
        inline_message_id String; reply_markup InlineKeyboardMarkup
    """,
    "getFile": """
        file_id! String
    """,
    "answerCallbackQuery": """
        callback_query_id! String; text String; show_alert Boolean; url String; cache_time Integer
    """,
    "sendChatAction": """
        chat_id! Integer|String; action! String; business_connection_id String; message_thread_id Integer
    """,
    "getChat": """
        chat_id! Integer|String
    """,
    "getChatMember": """
        chat_id! Integer|String; user_id! Integer
    """,
    "createChatInviteLink": """
        chat_id! Integer|String; name String; expire_date Integer; member_limit Integer;
        creates_join_request Boolean
    """,
    "revokeChatInviteLink": """
        chat_id! Integer|String; invite_link! String
    """,
    "approveChatJoinRequest": """
        chat_id! Integer|String; user_id! Integer
    """,
    "declineChatJoinRequest": """
        chat_id! Integer|String; user_id! Integer
    """,
    "pinChatMessage": """
        chat_id! Integer|String; message_id! Integer; business_connection_id String; disable_notification Boolean
    """,
    "unpinChatMessage": """
        chat_id! Integer|String; business_connection_id String; message_id Integer
    """,
    "unpinAllChatMessages": """
        chat_id! Integer|String
    """,
    "sendPoll": """
        chat_id! Integer|String; question! String; options! Array of InputPollOption|String;
        business_connection_id String; message_thread_id Integer; question_parse_mode String;
        question_entities Array of MessageEntity; is_anonymous Boolean; type String;
        allows_multiple_answers Boolean; allows_revoting Boolean; shuffle_options Boolean;
        allow_adding_options Boolean; hide_results_until_closes Boolean; members_only Boolean;
        country_codes Array of String; correct_option_ids Array of Integer; explanation String;
        explanation_parse_mode String; explanation_entities Array of MessageEntity;
        explanation_media InputPollMedia; open_period Integer; close_date Integer; is_closed Boolean;
        description String; description_parse_mode String; description_entities Array of MessageEntity;
        media InputPollMedia; disable_notification Boolean; protect_content Boolean; allow_paid_broadcast Boolean;
        message_effect_id String; reply_parameters ReplyParameters;
        reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply
    """,
    "stopPoll": """
        chat_id! Integer|String; message_id! Integer; business_connection_id String;
        reply_markup InlineKeyboardMarkup
    """,
    "setMyCommands": """
        commands! Array of BotCommand; scope BotCommandScope; language_code String
    """,
    "getMyCommands": """
        scope BotCommandScope; language_code String
    """,
    "deleteMyCommands": """
        scope BotCommandScope; language_code String
    """,
    "setMyName": """
        name String; language_code String
    """,
    "getMyName": """
        language_code String
    """,
    "setMyDescription": """
        description String; language_code String
    """,
    "getMyDescription": """
        language_code String
    """,
    "setMyShortDescription": """
        short_description String; language_code String
    """,
    "getMyShortDescription": """
        language_code String
    """,
    "setChatMenuButton": """
        chat_id Integer; menu_button MenuButtonCommands|MenuButtonWebApp|MenuButtonDefault
    """,
    "getChatMenuButton": """
        chat_id Integer
    """,
}

TYPES = {
    "BotCommand": """
        command! String; description! String; is_ephemeral Boolean
    """,
    "BotCommandScopeAllChatAdministrators": """
        type! =all_chat_administrators
    """,
    "BotCommandScopeAllGroupChats": """
        type! =all_group_chats
    """,
    "BotCommandScopeAllPrivateChats": """
        type! =all_private_chats
    """,
    "BotCommandScopeChat": """
        type! =chat; chat_id! Integer|String
    """,
    "BotCommandScopeChatAdministrators": """
        type! =chat_administrators; chat_id! Integer|String
    """,
    "BotCommandScopeChatMember": """
        type! =chat_member; chat_id! Integer|String; user_id! Integer
    """,
    "BotCommandScopeDefault": """
        type! =default
    """,
    "CopyTextButton": """
        text! String
    """,
    "DisabledButton": "",
    "EphemeralMessageParameters": """
        receiver_user_id! Integer; callback_query_id String; replace_callback_query_message Boolean
    """,
    "ForceReply": """
        force_reply! =True; input_field_placeholder String; selective Boolean
    """,
    "InlineKeyboardButton": """
        text! String; icon_custom_emoji_id String; style String; url String; callback_data String;
        web_app WebAppInfo; login_url LoginUrl; switch_inline_query String; switch_inline_query_current_chat String;
        switch_inline_query_chosen_chat SwitchInlineQueryChosenChat; copy_text CopyTextButton;
        callback_game CallbackGame; pay Boolean; disabled DisabledButton
    """,
    "InlineKeyboardMarkup": """
        inline_keyboard! Array of Array of InlineKeyboardButton; force_reply Boolean
    """,
    "InputMediaDocument": """
        type! =document; media! String|InputFile; thumbnail InputFile; caption String; parse_mode String;
        caption_entities Array of MessageEntity; disable_content_type_detection Boolean
    """,
    "InputMediaPhoto": """
        type! =photo; media! String|InputFile; caption String; parse_mode String;
        caption_entities Array of MessageEntity; show_caption_above_media Boolean; has_spoiler Boolean
    """,
    "InputMediaVideo": """
        type! =video; media! String|InputFile; thumbnail InputFile; cover String|InputFile; start_timestamp Integer;
        caption String; parse_mode String; caption_entities Array of MessageEntity;
        show_caption_above_media Boolean; width Integer; height Integer; duration Integer;
        supports_streaming Boolean; has_spoiler Boolean
    """,
    "InputPollOption": """
        text! String; text_parse_mode String; text_entities Array of MessageEntity; media InputPollMedia
    """,
    "KeyboardButton": """
        text! String; icon_custom_emoji_id String; style String; request_users KeyboardButtonRequestUsers;
        request_chat KeyboardButtonRequestChat; request_managed_bot KeyboardButtonRequestManagedBot;
        request_contact Boolean; request_location Boolean; request_poll KeyboardButtonPollType; web_app WebAppInfo
    """,
    "LinkPreviewOptions": """
        is_disabled Boolean; url String; prefer_small_media Boolean; prefer_large_media Boolean;
        show_above_text Boolean
    """,
    "MenuButtonCommands": """
        type! =commands
    """,
    "MenuButtonDefault": """
        type! =default
    """,
    "MenuButtonWebApp": """
        type! =web_app; text! String; web_app! WebAppInfo
    """,
    "MessageEntity": """
        type! String; offset! Integer; length! Integer; url String; user User; language String;
        custom_emoji_id String; unix_time Integer; date_time_format String
    """,
    "ReplyKeyboardMarkup": """
        keyboard! Array of Array of KeyboardButton; is_persistent Boolean; resize_keyboard Boolean;
        one_time_keyboard Boolean; input_field_placeholder String; selective Boolean; force_reply Boolean
    """,
    "ReplyKeyboardRemove": """
        remove_keyboard! =True; selective Boolean
    """,
    "ReplyParameters": """
        message_id Integer; chat_id Integer|String; allow_sending_without_reply Boolean; quote String;
        quote_parse_mode String; quote_entities Array of MessageEntity; quote_position Integer;
        checklist_task_id Integer; poll_option_id String; ephemeral_message_id Integer
    """,
}

UNIONS = {
    "BotCommandScope": """
        BotCommandScopeDefault
        BotCommandScopeAllPrivateChats
        BotCommandScopeAllGroupChats
        BotCommandScopeAllChatAdministrators
        BotCommandScopeChat
        BotCommandScopeChatAdministrators
        BotCommandScopeChatMember
    """,
    "InputMedia": """
        InputMediaAnimation
        InputMediaAudio
        InputMediaDocument
        InputMediaLivePhoto
        InputMediaPhoto
        InputMediaVideo
    """,
}
