# Contests in the channel: taking part, the draw, the prize.
contest-title = 🎁 <b>{ $title }</b>
contest-until =
    Take part until { DATETIME($at) } · { $winners ->
        [one] { $winners } winner
       *[other] { $winners } winners
    }
contest-post-how = Terms and taking part: by the button, free of charge and without a purchase.
contest-post-drawn = 🎉 Drawn. The winners have heard from the bot.
contest-post-cancelled = 🚫 Called off: nothing will be drawn.
contest-post-tickets = Winning tickets: <code>{ $tickets }</code> (of { $entries })
contest-post-again = Drawn again: { NUMBER($count) } ×
contest-commitment = Commitment of the draw (SHA-256): <code>{ $commitment }</code>
contest-seed =
    Seed: <code>{ $seed }</code>
    List (SHA-256): <code>{ $digest }</code>
contest-ticket = Your ticket: <code>{ $ticket }</code>
contest-agree = By “Take part” you agree to the terms. It brings no points, and you can withdraw until the end.
contest-in = ✅ You take part. The bot tells you here if you have won.
contest-over = Taking part is over; the draw follows in a moment.
contest-cancelled = 🚫 The shop has called the contest off.
contest-drawn = 🎉 Drawn among { $entries } tickets: <code>{ $tickets }</code>
contest-mine-won = 🏆 <b>You have won!</b> Do you accept the prize?
contest-mine-accepted = 🏆 You have accepted the prize. The shop will be in touch with you here.
contest-mine-declined = You have declined the prize.
contest-mine-again = Your ticket was drawn; the prize was drawn again.
contest-terms-title = 📄 <b>Terms: { $title }</b>
contest-won =
    🏆 <b>You have won: { $title }</b>
    Your ticket <code>{ $ticket }</code> was drawn.
contest-won-ask = Do you accept the prize? Without an answer it may be drawn again, as the terms say.
contest-replaced-no_answer = “{ $title }”: as you did not answer, your prize was drawn again.
contest-replaced-not_entitled = “{ $title }”: by the terms you are not entitled to the prize; it was drawn again. The shop answers questions here.
contest-replaced-declined = “{ $title }”: you declined the prize; it was drawn again.
contest-staff-drawn = 🎉 “{ $title }” is drawn. Prizes: { $winners }. Who has won, and who has heard of it, stands behind the button.
contest-staff-accepted = 🏆 “{ $title }”: place { $place } accepts the prize.
contest-staff-declined = “{ $title }”: place { $place } declines the prize. You can draw again.
contest-check-caption = This is how it was drawn. The script lets you check it: <code>python verify_draw.py contest.json</code>
contest-open-button = 🎁 To the contest
contest-terms-button = 📄 Terms
contest-enter-button = 🎟 Take part
contest-leave-button = Withdraw
contest-accept-button = 🏆 Accept the prize
contest-decline-button = Decline
contest-check-button = 🔎 Check the draw
contest-in-toast = You take part. Good luck!
contest-already-toast = You take part already.
contest-left-toast = You no longer take part.
contest-answered-toast = Thank you, the shop knows.
contest-over-alert = The contest is over.
contest-staff-alert = Who works here cannot take part.
contest-gone-alert = There is no such contest.
contest-fixed-alert = That is no longer possible: it has moved on meanwhile.
contest-unready-alert =
    { $what ->
        [texts] Title, prize and terms have to be there in one language at least.
        [half] Something is missing in one language: add it, or empty all of it.
        [deadline] Until when people can take part is missing.
        [channel] There is no channel (BOTE_COMMUNITY_CHAT_ID).
        [bot] The bot does not know its name yet; it has to run once.
       *[past] The end is in the past.
    }

contest-list-title = <b>Contests</b>
contest-list-shown = The newest come first.
contest-list-none = None yet.
contest-list-button = 🎁 Contests
contest-new-button = ➕ New contest
contest-title-ask = What is the contest called? Write the title in your language; the others follow.
contest-desk-draft = ✏️ Draft
contest-desk-open = ▶️ running
contest-desk-drawn = 🎉 drawn
contest-desk-cancelled = 🚫 called off
contest-desk-languages = Complete in: { $languages }. Whoever reads another language gets one of these.
contest-desk-entries = Tickets: { NUMBER($count) }
contest-desk-unposted = ⚠️ Not in the channel yet: { $why }
contest-write-title = Title in { $language }, at most { NUMBER($most) } characters:
contest-write-prize = What can be won, in { $language }, at most { NUMBER($most) } characters:
contest-write-terms = Terms in { $language }, at most { NUMBER($most) } characters: who organises it, who may take part, until when a winner has to answer.
contest-part-title-button = Title
contest-part-prize-button = Prize
contest-part-terms-button = Terms
contest-remove-button = 🗑 Remove this text
contest-too-long = Too long: { NUMBER($length) } of at most { NUMBER($most) } characters.
contest-deadline-ask = Until when can people take part? For example { $example } ({ $zone }).
contest-winners-ask = How many win? A number from 1 to { NUMBER($most) }.
contest-winners-unread = That is no number from 1 to { NUMBER($most) }.
contest-texts-button = ✏️ Texts
contest-deadline-button = ⏰ Until when
contest-winners-button = 🏆 How many win
contest-launch-button = 📣 Open it …
contest-launch-ask = This is how the channel reads it. Nothing can be changed afterwards.
contest-launch-sure-button = 📣 Yes, open it
contest-call-off-button = 🚫 Call it off …
contest-call-off-ask = Call it off? Nothing will be drawn then, and the channel reads so.
contest-call-off-sure-button = 🚫 Yes, call it off
contest-again-button = 🔁 Draw place { $place } again …
contest-again-ask = Why is place { $place } drawn again? The next place of the same draw follows. Who did it and why is kept; the channel reads that it was drawn again.
contest-why-no_answer-button = Did not answer
contest-why-declined-button = Declined
contest-why-not_entitled-button = Not entitled by the terms
contest-why-erased-button = Erased their data
contest-place = <b>{ $place }.</b> { $name } · <code>{ $ticket }</code>
contest-place-told = Has been told, has not answered yet.
contest-place-untold = Has not been told yet: { $why }
contest-place-accepted = 🏆 Accepts the prize.
contest-place-declined = Declines the prize.
contest-place-again = 🔁 Drawn again: { $why } ({ $by })
