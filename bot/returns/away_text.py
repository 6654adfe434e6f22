"""What to do about goods that are not with the customer, in words: leave the parcel alone, or nothing at all."""

from bot.config import Locale
from bot.i18n import Markup, html, lines
from bot.returns.whereabouts import Whereabouts


def away_line(away: Whereabouts, locale: Locale, *, shop: str, sends_itself: bool, is_all: bool) -> Markup:
    """`is_all`: nothing of what goes back is with them, so that there is nothing to send yet, or ever."""
    if away.coming and away.beside:
        return lines(
            [html(locale, "return-next-coming-some"), html(locale, "return-next-back-part") if away.back else Markup()]
        )
    if is_all and away.coming and sends_itself:
        return html(locale, "return-next-coming-itself", shop=shop)
    if is_all:
        return html(locale, "return-next-coming" if away.coming else "return-next-back")
    return lines(
        [
            html(locale, "return-next-coming-part") if away.coming else Markup(),
            html(locale, "return-next-back-part") if away.back else Markup(),
        ]
    )
