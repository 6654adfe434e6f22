"""All families of screens, made anew for each Dispatcher, since aiogram ties a dialog to one."""

from aiogram_dialog import Dialog

from dialogs import account, home, language, linking, orders, privacy, products, settings, timeline
from dialogs import help as help_


def screens() -> list[Dialog]:
    return [
        language.build(),
        home.build(),
        linking.build(),
        orders.build_orders(),
        orders.build_order(),
        timeline.build(),
        products.build(),
        settings.build(),
        account.build(),
        help_.build(),
        privacy.build(),
    ]
