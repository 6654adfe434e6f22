# The community screen: what it brings, the doors, links of one's own.
community-button = 👥 Community
community-title = <b>The community of { $shop }</b>
community-brings = What it brings you:
community-unlinked = Group and channel are for our customers: link a purchase, and you get your personal link here.
community-group = Customers’ group
community-channel = Channel
community-from-tier = 🔒 { $name }: from the tier { $tier } on
community-open-button = Invitation: { $name }
community-join-button = ➡️ Join: { $name }
community-link =
    <b>{ $name }</b>: { $link }
    This link is for you alone, works once, and until { DATETIME($at) }.
community-privacy = In the group everybody reads along. Questions about orders are better asked here. Joining brings no points.
community-contest-button = 🎁 To the contest
community-inside-alert = You are in already.
community-no-link-alert = That did not work just now. Please try again later.
community-passed-on = 🔗 Somebody else than the customer it was for has joined by the personal link { $name }. It no longer works; Telegram shows under “Recent actions” who it is.
community-feedback-button = 💡 Feedback box
