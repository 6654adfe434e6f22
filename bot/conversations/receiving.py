"""What we tell the Bot API server about receiving: which kinds of updates we want, and how many at a time."""

ALLOWED_UPDATES = (
    *("message", "edited_message", "callback_query", "my_chat_member", "poll"),
    *("chat_join_request", "chat_member"),
)
# Telegram keeps at most as many deliveries open at once.
WEBHOOK_CONNECTIONS = 100
WEBHOOK_PATH = "/webhooks/telegram"
