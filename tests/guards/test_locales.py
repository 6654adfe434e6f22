"""The four languages stay equal to each other and to what the code asks of them."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale as Region
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot import i18n
from bot.config import LOCALES, Locale, load_settings
from bot.connectors import shopify_fulfilments
from bot.customers.notice import privacy_text
from bot.i18n import REGIONS, TEXTS, Money, Value, html, plain
from bot.shipping.carriers import aftership, easypost, karrio
from bot.shipping.milestones import GOOD_NEWS
from bot.shipping.worries import ACTIONABLE
from bot.shop.states import STATE_OF_WORD
from bot.shop.statuses import ShipmentStatus

ROOT = TEXTS.parent
CODE = [ROOT / "main.py", *(file for room in ("bot", "dialogs", "handlers") for file in (ROOT / room).rglob("*.py"))]
FILES = {locale: sorted((TEXTS / locale).glob("*.ftl")) for locale in LOCALES}

PLAIN = re.compile(r"-(button|toast|alert)$|^(command|state|language-name|carrier|fact)-")
LONGEST = {"-button": 40, "-toast": 200, "-alert": 200}
TELEGRAM_TAGS = {"b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}

# What carriers give as the reason of trouble (vocabularies.md 4.1, karrio's incident reasons), and where a delivered
# parcel may lie.
REASONS = """
carrier_damaged_parcel carrier_sorting_error carrier_address_not_found carrier_parcel_lost carrier_not_enough_time
carrier_vehicle_issue carrier_capacity_exceeded carrier_mechanical_delay retailer_cancelled retailer_incorrect_data
retailer_not_ready retailer_incorrect_parcel retailer_incorrect_dimensions retailer_packaging_issue consignee_refused
consignee_business_closed consignee_not_available consignee_not_home consignee_cancelled
consignee_verification_failed consignee_incorrect_address consignee_access_restricted
consignee_safe_place_unavailable customs_delay customs_documentation customs_duties_unpaid customs_prohibited
customs_inspection weather_delay natural_disaster force_majeure parcel_being_researched security_issue
regulatory_hold neighbour locker safe_place
"""
# What our own parsers and rules call a reason; none of them may come up with one that has no words.
PARSED = {
    *(reason for _, reason in aftership.SUBTAGS.values()),
    *(reason for _, reason in easypost.DETAILS.values()),
    *shopify_fulfilments.REASON.values(),
    *karrio.FAILED_BECAUSE,
    *ACTIONABLE,
    *GOOD_NEWS,
} - {None}


class Needs(Visitor):
    """Which variables a message needs and of what kind, and its plural forms."""

    def __init__(self, message: ftl.Message) -> None:
        self.kinds: dict[str, str] = {}
        self.plurals: list[set[str]] = []
        self.visit(message)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the library's name
        self.kinds.setdefault(node.id.name, "words")

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:  # noqa: N802  # as above
        kind = {"MONEY": "money", "NUMBER": "number", "DAY": "day", "DATE": "day"}.get(node.id.name, "moment")
        [value] = node.arguments.positional
        assert isinstance(value, ftl.VariableReference)
        # A value shown both as a day and as a time is a moment.
        if self.kinds.get(value.id.name) != "moment":
            self.kinds[value.id.name] = kind

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802  # as above
        names = {variant.key.name for variant in node.variants if isinstance(variant.key, ftl.Identifier)}
        if names and names <= CATEGORIES:
            assert isinstance(node.selector, ftl.VariableReference)
            self.plurals.append(names)
            self.kinds[node.selector.id.name] = "number"
        self.generic_visit(node)


def read(locale: Locale) -> dict[str, Needs]:
    messages: dict[str, Needs] = {}
    for file in FILES[locale]:
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content!r}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in messages, f"{file}: {entry.id.name} twice"
                messages[entry.id.name] = Needs(entry)
    return messages


MESSAGES: dict[Locale, dict[str, Needs]] = {locale: read(locale) for locale in LOCALES}
KEYS = sorted(MESSAGES["en"])


def samples(key: str, number: int = 2) -> dict[str, Value]:
    made: dict[str, Value] = {
        "words": "& <mehr>",
        "number": number,
        "money": Money(Decimal("1234.5"), "EUR"),
        "day": date(2026, 12, 1),
        "moment": datetime(2026, 12, 1, 12, 5, tzinfo=UTC),
    }
    return {name: made[kind] for name, kind in MESSAGES["en"][key].kinds.items()} | {"tz": ZoneInfo("Europe/Paris")}


def formatted(locale: Locale, key: str, number: int = 2) -> str:
    shown = plain if PLAIN.search(key) else html
    return shown(locale, key, **samples(key, number))


@pytest.fixture(autouse=True, scope="module")
def _loud() -> Iterator[None]:
    strict = i18n._strict
    i18n.raise_on_faulty_texts()
    yield
    i18n.raise_on_faulty_texts(raising=strict)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_language_has_the_same_files_messages_and_variables(locale: Locale) -> None:
    assert [file.name for file in FILES[locale]] == [file.name for file in FILES["en"]]
    assert sorted(MESSAGES[locale]) == KEYS
    for key in KEYS:
        assert MESSAGES[locale][key].kinds == MESSAGES["en"][key].kinds, key


def test_a_message_stands_in_the_same_file_everywhere() -> None:
    for file in FILES["en"]:
        keys = [
            re.findall(r"^([a-z][\w-]*) =", (TEXTS / each / file.name).read_text("utf-8"), re.MULTILINE)
            for each in LOCALES
        ]
        assert all(each == keys[0] for each in keys), file.name


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_can_be_shown(locale: Locale) -> None:
    for key in KEYS:
        for number in (0, 1, 2, 1_000_000):
            assert formatted(locale, key, number).strip()


@pytest.mark.parametrize("locale", LOCALES)
def test_plurals_have_the_forms_of_their_language(locale: Locale) -> None:
    forms = set(Region.parse(str(REGIONS[locale])).plural_form.tags) | {"other"}
    assert forms == ({"one", "many", "other"} if locale == "fr" else {"one", "other"})
    for key, needs in MESSAGES[locale].items():
        assert all(plural == forms for plural in needs.plurals), key


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open, text

    def handle_starttag(self, tag: str, _: object) -> None:
        assert tag in TELEGRAM_TAGS
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("locale", LOCALES)
def test_messages_are_html_that_telegram_reads_and_buttons_are_none(locale: Locale) -> None:
    for key in KEYS:
        text = formatted(locale, key)
        if PLAIN.search(key):
            assert not re.search(r"</?[a-z]|&[a-z]+;", text.replace("<mehr>", "")), key
        else:
            Tags(text)
            assert not re.search(r"<(?![a-z/])", text), key  # Python's parser takes it for words, Telegram refuses it


@pytest.mark.parametrize("locale", LOCALES)
def test_no_text_is_longer_than_its_place(locale: Locale) -> None:
    for key in KEYS:
        for ending, longest in LONGEST.items():
            if key.endswith(ending):
                assert len(formatted(locale, key)) <= longest, key


@pytest.mark.parametrize("locale", LOCALES)
def test_the_privacy_notice_is_one_message_and_tells_whom_to_write_to(locale: Locale) -> None:
    settings = load_settings(_env_file=None, shop_name="Laden", shop_contact="mail@example.org")
    notice = privacy_text(locale, settings)
    Tags(notice)
    assert len(notice) <= 4_096
    assert "Telegram" in notice
    assert "mail@example.org" in notice


@pytest.mark.parametrize("locale", LOCALES)
def test_every_status_every_state_and_every_reason_has_its_words(locale: Locale) -> None:
    states = {*ShipmentStatus, *STATE_OF_WORD.values()}
    assert {f"{family}-{state}" for family in ("state", "status") for state in states} <= set(MESSAGES[locale])
    reasons = {f"reason-{reason}" for reason in PARSED.union(REASONS.split())}
    assert reasons == {key for key in MESSAGES[locale] if key.startswith("reason-")}
    assert {f"push-todo-{reason}" for reason in ACTIONABLE} == {
        key for key in MESSAGES[locale] if key.startswith("push-todo-")
    }
    told = {key.partition("-")[2] for key in MESSAGES[locale] if key.startswith(("state-", "status-"))}
    assert told == states


def test_a_state_has_the_same_sign_in_every_language_and_one_only() -> None:
    for key in (key for key in KEYS if key.startswith("state-")):
        signs = {plain(locale, key).split()[0] for locale in LOCALES}
        assert len(signs) == 1, key
        assert not any(character.isalnum() for character in signs.pop()), key


def test_the_names_of_languages_are_the_same_everywhere() -> None:
    for key in (key for key in KEYS if key.startswith("language-name-")):
        assert len({plain(locale, key) for locale in LOCALES}) == 1


def test_french_and_german_keep_their_manners() -> None:
    for key in KEYS:
        assert not re.search(r"\w [;:!?»]|« \w", formatted("fr", key)), f"{key}: a space that may break"
        assert not re.search(r"\b(du|dich|dein\w*)\b", formatted("de", key), re.IGNORECASE), key
        assert not re.search(r"\b(tu|toi|ton|tes)\b", formatted("fr", key), re.IGNORECASE), key


def test_every_text_the_code_asks_for_exists_and_none_is_left_over() -> None:
    asked, families = set[str](), set[str]()
    starts = "|".join(sorted({key.partition("-")[0] for key in KEYS}))
    for file in CODE:
        if "webchat" not in file.parts:
            words, beginnings = literals(file, re.compile(rf"({starts})(-[a-z0-9_]+)+"))
            asked |= words
            families |= beginnings
    assert asked - set(KEYS) == set(), "no such text"
    left_over = {key for key in KEYS if key not in asked and not key.startswith(tuple(families))}
    assert left_over == set(), "nobody asks for these"


def literals(file: Path, key: re.Pattern[str]) -> tuple[set[str], set[str]]:
    """The keys in a file, and the beginnings of those it puts together (f"state-{state}")."""
    tree = ast.parse(file.read_text("utf-8"))
    beginnings = {
        node.values[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
    }
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    found = {word for word in words if key.fullmatch(word) and word not in beginnings}
    return found, {word for word in beginnings if isinstance(word, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*-", word)}
