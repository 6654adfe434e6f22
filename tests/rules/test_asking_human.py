"""Words with which somebody asks for a human, wherever they write them, and words in which one only occurs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.support.asking_human import asks_for_human


@pytest.mark.parametrize(
    "text",
    [
        "mensch bitte",
        "MENSCH!!!",
        "mitarbaiter",
        "ich möchte mit einem mitarbeiter sprechen",
        "bitte einen menschen",
        "echte person",
        "human",
        "hueman",
        "real person pls",
        "can i talk to somebody",
        "agent please",
        "parler à qqn",
        "je veux un conseiller",
        "un vrai humain svp",
        "ech wëll mat engem Mënsch schwätzen",
        "ech well mat engem mensch schwatzen",
        "ech brauch een mënsch",
        "kann ech mat engem schwätzen",
        "e mënsch w.e.g.",
    ],
)
def test_a_human_is_asked_for(text: str) -> None:
    assert asks_for_human(text)


@pytest.mark.parametrize(
    "text",
    [
        "the human on the photo is me",
        "human hair on the brush",
        "the agent at the shop said it is fine",
        "das gesicht vom menschen auf dem foto fehlt",
        "der mitarbeiter hat es fallen lassen",
        "der Mensch an der Kasse hat gesagt",
        "le conseiller m'a dit de le renvoyer",
        "der Mënsch op der Foto",
        "jemand hat mein paket",
        "Musterstraße 5, 1234 Luxemburg",
        "erika@example.org",
        "1001",
        "",
    ],
)
def test_what_a_form_has_asked_for_is_no_call_for_a_human(text: str) -> None:
    assert not asks_for_human(text)


@given(text=st.text(max_size=4_096))
def test_no_text_breaks_it(text: str) -> None:
    asks_for_human(text)
