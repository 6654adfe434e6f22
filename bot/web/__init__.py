"""What listens for others: Telegram, shops, carriers, health and metrics."""

from bot.web.server import MAX_BODY as MAX_BODY
from bot.web.server import serving as serving
