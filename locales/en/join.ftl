# Requests to join a group: what whoever asks reads, and what the staff see.
join-link = You asked to join “{ $title }”. The group is for customers of { $shop }: link a purchase here, and you are let in by itself.
join-link-button = Link a purchase
join-link-first = Link a purchase; you are then let into the group by itself.
join-in = ✓ Welcome to “{ $title }”! Everybody reads along there: order numbers and addresses belong here, in the private chat.
join-below-tier = “{ $title }” is from the tier { $tier } on. That takes { NUMBER($needed) } points earned, you have { NUMBER($earned) }. Please ask again once you are there.
join-declined = Your request to join “{ $title }” was declined by the team.
join-card =
    🚪 <b>Somebody asks to join “{ $title }”</b> (request { $id })
    No purchase is linked with this account, or it is banned, so that the rule does not decide.
join-approve-button = ✓ Let in
join-decline-button = ✗ Decline
join-who-button = Who is it?
join-who = { $name } ({ $account })
join-who-unknown = Telegram does not say who it is.
join-gone-alert = This request is gone.
join-decided-toast = Saved.
join-before-alert = That has been decided already.
join-approved-told = ✓ Let in, says { $staff }.
join-declined-told = ✗ Declined, says { $staff }.
join-approved-rule = ✓ Let in: a purchase has been linked since.
join-declined-rule = ✗ Declined: the tier is not reached.
