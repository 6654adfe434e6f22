"""What the community screen tells: what membership brings, the reader's tier, doors and links, the contest."""

from collections.abc import Iterable, Mapping

from bot.community.contests import ContestFacts
from bot.community.doors import Community, Door
from bot.community.personal_links import OpenLink
from bot.config import Settings
from bot.customers.profile import Profile
from bot.i18n import Markup, escape, html, lines, plain
from bot.loyalty.standing import Standing


def community_text(
    community: Community,
    links: Mapping[int, OpenLink],
    contest: ContestFacts | None,
    profile: Profile,
    settings: Settings,
) -> Markup:
    locale = profile.locale
    brings = [html(locale, "points-benefit", benefit=each) for each in community.benefits.get(locale, ())]
    head = [html(locale, "community-title", shop=settings.shop_name)]
    head += [html(locale, "community-brings")] if brings else []
    told = [lines([*head, *brings])]
    told.append(lines(_standing(community.standing, profile)))
    told.append(lines(_doors(community, profile)))
    told += [_link(door, links[door.chat_id], profile) for door in community.doors if door.chat_id in links]
    told += [_contest(contest, profile)] if contest else []
    told.append(html(locale, "community-privacy"))
    return lines([each for each in told if each], "\n\n")


def door_name(door: Door, profile: Profile) -> str:
    """As the shop calls a tier's group; the others are called what they are."""
    if door.names:
        return door.names[profile.locale]
    return plain(profile.locale, f"community-{door.kind}")


def _standing(standing: Standing, profile: Profile) -> Iterable[Markup]:
    locale = profile.locale
    if not profile.is_linked:
        return
    if standing.tier:
        yield html(locale, "points-tier", name=standing.tier.names[locale])
        yield from (html(locale, "points-benefit", benefit=each) for each in standing.tier.benefits[locale])
    if standing.next:
        yield html(locale, "points-next", count=standing.missing, name=standing.next.names[locale])
        yield from (html(locale, "points-benefit", benefit=each) for each in standing.next.benefits[locale])


def _doors(community: Community, profile: Profile) -> Iterable[Markup]:
    """What is open is a button below; what is not says what it takes."""
    locale = profile.locale
    if not profile.is_linked:
        yield html(locale, "community-unlinked")
        return
    for door in community.doors:
        if door.tier and not door.is_open:
            yield html(locale, "community-from-tier", name=door_name(door, profile), tier=door.tier.names[locale])


def _link(door: Door, link: OpenLink, profile: Profile) -> Markup:
    name, at = door_name(door, profile), link.expires_at
    return html(profile.locale, "community-link", name=name, link=link.link, at=at, tz=profile.tz)


def _contest(contest: ContestFacts, profile: Profile) -> Markup:
    title = html(profile.locale, "contest-title", title=escape(contest.words("title", profile.locale)))
    if contest.deadline is None:
        return title
    until = html(profile.locale, "contest-until", at=contest.deadline, tz=profile.tz, winners=contest.winners)
    return lines([title, until])
