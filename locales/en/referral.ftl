# Invitations: the personal link, what it brings, and what the staff look at.
referral-button = 👋 Invite friends
referral-title = <b>Invite friends</b>
referral-pass-on = Pass your link on yourself; we never write to anybody who has not written to us.
referral-for-you = · points for you: { NUMBER($points) }
referral-for-them = · points for each new customer: { NUMBER($points) }
referral-minimum = · for the first order of at least { $amount } of goods
referral-amount = { $amount }
referral-any-value = · for the first order
referral-days =
    { $days ->
        [one] · placed within a day of opening the link
       *[other] · placed within { $days } days of opening the link
    }
referral-when = · once nothing of it can be sent back any more; what goes back does not count
referral-who-not = · not for yourself, not with the same e-mail, telephone number or address, not for anybody who has ordered here before
referral-pace = · More than { $day } within 24 hours or { $month } within 30 days are looked at by our team first.
referral-link = <b>Your link:</b> { $link }
referral-opened = Opened: { NUMBER($count) }
referral-pending = Ordered, not counted yet: { NUMBER($count) } · points to come: { NUMBER($points) }
referral-looked = Being looked at: { NUMBER($count) }
referral-done = Counted: { NUMBER($count) } · points credited: { NUMBER($points) }
referral-copy-button = Copy the link
referral-off = There are no invitations at the moment.
referral-welcome = 👋 You have been invited. What counts is your first order until { DAY($day) }, once nothing of it can be sent back any more:
referral-welcome-points = · points for you: { NUMBER($points) }
referral-welcome-link = Link the order here in the chat afterwards. Whoever invited you does not learn who you are.
referral-again = Your invitation is noted already; the first one counts.
referral-over = This invitation is over.
referral-self = This is your own link: pass it on, it does not count for yourself.
referral-known = Invitations are for new customers; you know us already.
referral-gone = This invitation link no longer exists.
referral-counted =
    { $count ->
        [one] 🎉 One of your invitations counts now: a point is there.
       *[other] 🎉 One of your invitations counts now: { NUMBER($count) } points are there.
    }
points-reason-referral_inviter = invitation
points-reason-referral_inviter_back = an invitation no longer counts
points-reason-referral_inviter_again = an invitation counts after all
points-reason-referral_invited = came by invitation, order { $number }
points-reason-referral_invited_back = order { $number } sent back: points of the invitation taken back
points-reason-referral_invited_again = order { $number } kept after all: points of the invitation credited again
referral-card =
    🔎 <b>Look at an invitation</b>
    { $inviter }: { $day } within 24 hours, { $month } within 30 days, this one included.
referral-card-order = The new one: order { $number } of { $total }, placed { $hours } hours after the link was opened.
referral-card-points = Points if approved: { NUMBER($one) } and { NUMBER($other) }
referral-card-nobody = somebody without a name
referral-approve-button = ✓ Counts
referral-decline-button = ✗ Does not count …
referral-keep-button = Back
referral-why-same_person-button = The same person
referral-why-household-button = The same household
referral-why-made_up-button = Made-up customers
referral-why-misused-button = Link misused
referral-ask = Why does this invitation not count?
referral-approved-told = ✓ Counts, says { $staff }.
referral-declined-told = ✗ Does not count, says { $staff }: { $why }
referral-decided-toast = Saved.
referral-before-alert = That has been decided already.
