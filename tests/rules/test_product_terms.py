"""What holds for a product: the shop's word takes its own favour away, never a right."""

import pytest

from bot.config import LOCALES, Locale
from bot.i18n import plain, raise_on_faulty_texts
from bot.returns.paths import Excluded
from bot.returns.product_terms import ProductTerms, product_terms
from bot.returns.windows import Periods
from dialogs.product_terms_text import terms_text


def terms(exclusion: str | None = None, *, returnable: bool | None = True, days: int = 30) -> ProductTerms:
    return product_terms(exclusion=exclusion, returnable=returnable, goodwill_days=days)


@pytest.mark.parametrize("returnable", [True, False, None])
def test_whatever_the_shop_says_the_right_to_withdraw_stays(returnable: bool | None) -> None:
    assert terms(returnable=returnable).withdrawal_days == 14


def test_the_shops_word_ends_its_own_favour() -> None:
    barred = terms(returnable=False)
    assert (barred.is_barred, barred.goodwill_days, barred.is_favoured) == (True, 0, False)
    assert terms().is_favoured
    assert terms(returnable=None).goodwill_days == 30


@pytest.mark.parametrize("reason", Excluded)
def test_a_reason_of_the_law_ends_the_right_unless_it_is_about_a_seal(reason: Excluded) -> None:
    assert terms(reason).withdrawal_days == (14 if reason.is_about_the_seal else 0)


def test_a_shop_may_give_more_than_the_law() -> None:
    longer = product_terms(exclusion=None, returnable=False, goodwill_days=30, periods=Periods(100, 36))
    assert longer.withdrawal_days == 100


@pytest.mark.parametrize("locale", LOCALES)
def test_a_product_that_the_shop_bars_still_says_that_it_may_be_withdrawn_from(locale: Locale) -> None:
    raise_on_faulty_texts()
    told = terms_text(terms(returnable=False), {"de": "Ausverkaufsware"}, locale)
    for said in (
        plain(locale, "product-withdrawal", days=14),
        plain(locale, "product-no-favour-because", reason="Ausverkaufsware"),
        plain(locale, "product-defect", months=24),
    ):
        assert said in told


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reason", [None, *Excluded])
def test_every_reason_has_words_and_defects_are_never_left_out(reason: Excluded | None, locale: Locale) -> None:
    raise_on_faulty_texts()
    told = terms_text(terms(reason, returnable=False), None, locale)
    assert plain(locale, "product-defect", months=24) in told
    assert (plain(locale, "product-withdrawal", days=14) in told) is (reason is None)
