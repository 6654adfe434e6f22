"""All families of screens, made anew for each Dispatcher, since aiogram ties a dialog to one."""

from aiogram_dialog import Dialog

from dialogs import (
    account,
    changing,
    consents,
    home,
    language,
    linking,
    orders,
    points,
    privacy,
    products,
    returned,
    returning,
    settings,
    staff_case,
    staff_closing,
    staff_comments,
    staff_goodwill,
    staff_members,
    staff_queue,
    staff_reports,
    staff_return,
    staff_writing,
    timeline,
    withdrawing,
)
from dialogs import help as help_


def screens() -> list[Dialog]:
    return [
        language.build(),
        home.build(),
        linking.build(),
        orders.build_orders(),
        orders.build_order(),
        timeline.build(),
        withdrawing.build(),
        returned.build(),
        changing.build(),
        returning.build(),
        products.build(),
        settings.build(),
        account.build(),
        points.build(),
        help_.build(),
        staff_queue.build(),
        staff_case.build(),
        staff_return.build(),
        staff_writing.build(),
        staff_closing.build(),
        staff_goodwill.build(),
        staff_members.build(),
        staff_reports.build(),
        staff_comments.build(),
        privacy.build(),
        consents.build(),
    ]
