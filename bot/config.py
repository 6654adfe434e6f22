"""Every setting of Bote, read once from the environment or `.env` (prefix BOTE_)."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import OperatorError

VERSION = "0.1.0"
DEFAULT_DATABASE = "sqlite://./bote.sqlite3"
TELEGRAM = "https://api.telegram.org"

Locale = Literal["de", "en", "fr", "lb"]
LOCALES: tuple[Locale, ...] = ("de", "en", "fr", "lb")

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
IDS = r"^\s*\d+(\s*,\s*\d+)*\s*$"
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY, _TIME = f"({'|'.join(DAYS)})", r"([01]\d|2[0-3]):[0-5]\d"
_SPAN = rf"{_DAY}(-{_DAY})? {_TIME}-({_TIME}|24:00)"
HOURS = rf"^{_SPAN}(, ?{_SPAN})*$"


class Settings(BaseSettings):
    """One field a setting; the README's configuration table is checked against this class."""

    model_config = SettingsConfigDict(env_prefix="BOTE_", env_file=".env", env_ignore_empty=True, extra="ignore")

    telegram_token: Annotated[SecretStr | None, Field(description="Bot token from @BotFather; needed by `run`")] = None
    telegram_api_url: Annotated[str, Field(description="Bot API server; another one for a local server")] = TELEGRAM
    telegram_webhook_url: Annotated[
        str | None, Field(description="Public https address of `/webhooks/telegram`; unset: long polling")
    ] = None
    telegram_webhook_secret: Annotated[
        SecretStr | None, Field(description="Secret header of the webhook; required with a webhook address")
    ] = None
    database_url: Annotated[
        SecretStr, Field(description="`sqlite://FILE` or `postgres://user:password@host:5432/name`")
    ] = SecretStr(DEFAULT_DATABASE)
    backup_folder: Annotated[
        Path | None,
        Field(description="Where `migrate` and `restore` put their backups; unset: beside the SQLite file, or here"),
    ] = None
    redis_url: Annotated[SecretStr | None, Field(description="`redis://…`: dialog state and locks there")] = None
    web_host: Annotated[str, Field(description="Where webhooks and health listen")] = "127.0.0.1"
    web_port: Annotated[int, Field(ge=0, le=65535, description="Port of webhooks and health")] = 8090
    webchat_port: Annotated[int, Field(ge=0, le=65535, description="Port of the web chat in the demo")] = 8080
    shop_name: Annotated[str, Field(min_length=1, description="The shop's name in messages")] = "Bote"
    shop_url: Annotated[str | None, Field(description="The shop's website, offered under help")] = None
    shop_contact: Annotated[str | None, Field(description="E-mail or address of the shop, shown in `/privacy`")] = None
    shop_time_zone: Annotated[str, Field(description="Time zone where the customer's is unknown")] = "Europe/Berlin"
    default_locale: Annotated[Locale, Field(description="Language where none is known: de, en, fr or lb")] = "en"
    send_rate: Annotated[
        float,
        Field(
            ge=0,
            le=1000,
            description="Messages a second of this process (several share 28; above 30: paid broadcasts; 0: not paced)",
        ),
    ] = 25
    shopify_webhook_secret: Annotated[
        SecretStr | None, Field(description="Client secret of the Shopify app; unset: no `/webhooks/shopify`")
    ] = None
    woocommerce_webhook_secret: Annotated[
        SecretStr | None, Field(description="Secret of WooCommerce's webhooks; unset: no `/webhooks/woocommerce`")
    ] = None
    aftership_webhook_secret: Annotated[
        SecretStr | None, Field(description="Secret of AfterShip's webhook; unset: no `/webhooks/aftership`")
    ] = None
    easypost_webhook_secret: Annotated[
        SecretStr | None, Field(description="Secret of EasyPost's webhook; unset: no `/webhooks/easypost`")
    ] = None
    carrier_accounts: Annotated[
        SecretStr | None,
        Field(description="JSON of carriers to ask ourselves (`bote[carriers]`): karrio's name → its credentials"),
    ] = None
    shop_callback_url: Annotated[
        str | None,
        Field(description="https address of the shop's own system, told what to do; unset: the staff do it by hand"),
    ] = None
    shop_callback_secret: Annotated[
        SecretStr | None, Field(min_length=8, description="Secret with which these calls are signed; required with it")
    ] = None
    shop_api_token: Annotated[
        SecretStr | None,
        Field(
            min_length=16, description="Bearer token of the checkout for `/shop/coupons/redeem`; unset: no such route"
        ),
    ] = None
    public_url: Annotated[
        str | None,
        Field(description="Public https address of our web server: clicks on offers count there; unset: uncounted"),
    ] = None
    approval_above: Annotated[
        int, Field(ge=0, le=10_000_000, description="An offer to more people needs a second pair of eyes; 0: each does")
    ] = 500
    start_late_minutes: Annotated[
        int, Field(ge=0, description="Minutes a scheduled offer may begin late; later its author is asked; 0: any")
    ] = 120
    owner_ids: Annotated[
        str | None,
        Field(pattern=IDS, description="Telegram ids of the shop's owners, separated by commas; they name the staff"),
    ] = None
    staff_chat_id: Annotated[
        int | None, Field(description="Telegram id of the staff's group; unset: nobody can be asked for in the chat")
    ] = None
    community_chat_id: Annotated[
        int | None, Field(lt=0, description="Telegram id of the channel that the bot administers; unset: none")
    ] = None
    community_group_id: Annotated[
        int | None, Field(lt=0, description="Telegram id of the group for linked customers; unset: none")
    ] = None
    business_hours: Annotated[
        str, Field(pattern=HOURS, description="When somebody answers: `Mo-Fr 09:00-17:00, Sa 10:00-14:00`")
    ] = "Mo-Fr 09:00-17:00"
    business_holidays: Annotated[
        str | None,
        Field(pattern="^[A-Z]{2}(-[A-Z]{1,3})?$", description="Country whose holidays are free: `DE`, `DE-BE`, `LU`"),
    ] = None
    survey_points: Annotated[
        int, Field(ge=0, le=100_000, description="Points for answering a survey, whatever the answer; 0: none")
    ] = 10
    points_pending_days: Annotated[
        int, Field(ge=0, le=366, description="Days from the delivery until points count: the shop's time for returns")
    ] = 14
    silence_minutes: Annotated[
        int,
        Field(
            ge=0,
            le=10_000,
            description="Business minutes until whoever took a case is reminded; as many more and it is free; 0: never",
        ),
    ] = 60
    goodwill_points: Annotated[
        int, Field(ge=0, le=100_000, description="Points that agents may give in one case; owners may give any")
    ] = 100
    goodwill_codes: Annotated[
        int, Field(ge=0, le=100, description="Codes that agents may give in one case; owners may give any number")
    ] = 1
    contact_hours: Annotated[
        int,
        Field(ge=1, le=1_000, description="Hours until an unhappy customer hears from somebody; days off do not count"),
    ] = 24
    resolution_hours: Annotated[
        int, Field(ge=1, le=1_000, description="Hours until their case is solved; days off do not count")
    ] = 48
    metrics_token: Annotated[
        SecretStr | None, Field(description="Bearer token of `/metrics`; unset: only this machine may read it")
    ] = None
    log_format: Annotated[Literal["auto", "console", "json"], Field(description="auto: console on a terminal")] = "auto"
    log_level: Annotated[Literal["debug", "info", "warning", "error"], Field(description="Least level logged")] = "info"

    @field_validator("telegram_api_url")
    @classmethod
    def _without_slash(cls, url: str) -> str:
        if not url.startswith(("http://", "https://")):
            raise ValueError("an address begins with https:// (or http:// on this machine)")
        return url.rstrip("/")

    @field_validator("shop_callback_url")
    @classmethod
    def _safe_callback(cls, url: str | None) -> str | None:
        if url is not None and not _is_safe(url):
            raise ValueError("must be https://HOST/… (http:// on this machine only), without user, password or #")
        return url

    @field_validator("public_url")
    @classmethod
    def _safe_public(cls, url: str | None) -> str | None:
        if url is not None and not _is_safe(url):
            raise ValueError("must be https://HOST/… (http:// on this machine only), without user, password or #")
        return url and url.rstrip("/")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _sendable_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value()):
            raise ValueError("Telegram takes up to 256 of A-Z, a-z, 0-9, _ and -")
        return secret

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, url: SecretStr) -> SecretStr:
        if not _is_database(url.get_secret_value()):
            raise ValueError("must be sqlite://FILE or postgres://USER@HOST:5432/NAME")
        return url

    @field_validator("shop_time_zone")
    @classmethod
    def _known_time_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError(f"{name!r} is no time zone; use a name such as Europe/Berlin")
        return name

    @property
    def time_zone(self) -> ZoneInfo:
        return ZoneInfo(self.shop_time_zone)

    @property
    def owners(self) -> frozenset[int]:
        """Telegram ids of those who own the shop."""
        return frozenset(int(owner) for owner in (self.owner_ids or "").split(",") if owner.strip())

    @property
    def sqlite_file(self) -> Path | None:
        """The database file, or None on PostgreSQL."""
        url = self.database_url.get_secret_value()
        if not url.startswith("sqlite://"):
            return None
        file = url.removeprefix("sqlite://").partition("?")[0]
        return Path(re.sub("^//+", "/", file))  # four slashes, as others write it: two are a network's name in a URI


def _is_database(url: str) -> bool:
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        file = rest.partition("?")[0]
        return bool(file) and "#" not in file and not Path(file).is_dir()
    try:
        parts = urlsplit(url)
        return scheme in {"postgres", "postgresql", "asyncpg"} and bool(parts.path.strip("/")) and parts.port != 0
    except ValueError:
        return False


def _is_safe(url: str) -> bool:
    """Whether customers' data may go there: nobody in between reads it, and the address itself holds no secret."""
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and parts.port != 0 and not (parts.username or parts.password or parts.fragment)
    except ValueError:
        return False
    return named and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


def load_settings(**overrides: object) -> Settings:
    """Read the settings; what is wrong becomes one OperatorError that names each variable, never its value."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # pydantic-settings takes any field by name
    except ValidationError as error:
        wrong = "; ".join(
            f"BOTE_{'.'.join(map(str, e['loc'])).upper()}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        )
        raise OperatorError(f"configuration: {wrong} (set it in the environment or in .env)") from None
