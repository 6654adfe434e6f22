"""A second tap before what nobody can take back: dropping a draft, cancelling a campaign, ending a post."""

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from dialogs.widgets import Label, T


def are_you_sure(act: str, on_click: Any, *, when: str, state: State, back: State, getter: Any) -> Window:
    """Texts are `offer-<act>-ask` and `offer-<act>-sure-button`; the getter gives the title, and `when` it may be."""
    return Window(
        T(f"offer-{act}-ask", "title"),
        Button(Label(f"offer-{act}-sure-button"), id=act, on_click=on_click, when=when),
        SwitchTo(Label("menu-back-button"), id=f"{act}_back", state=back),
        state=state,
        getter=getter,
    )
