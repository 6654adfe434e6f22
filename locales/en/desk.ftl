# The staff’s screens in private: the queue, cases, who works here.
desk-queue-button = 📋 Open cases
desk-members-button = 👥 Team
desk-queue-free =
    { $free ->
        [one] Nobody looks after one of them yet.
       *[other] Nobody looks after { $free } of them yet.
    }
desk-queue-by-cause = The most pressing first.
desk-queue-by-age = What has waited longest first.
desk-queue-by-value = The highest order value first.
desk-by-cause-button = Cause
desk-by-age-button = Waiting
desk-by-value-button = Value
desk-cause-human-button = 🙋 Human
desk-cause-missing-button = ❓ Not there
desk-cause-lost-button = 🕳 Lost
desk-cause-damaged-button = 💥 Damaged
desk-cause-late-button = ⏳ Late
desk-cause-complaint-button = 😠 Complaint
desk-cause-detractor-button = 🙁 Unhappy
desk-cause-exception-button = ⚠️ Trouble
desk-cause-cancel-button = 🗑 Cancelled
desk-cause-change-button = ✏️ Change
desk-cause-return-button = 📦 Return
desk-cause-feedback-button = 💬 Suggestion
desk-number = no. { $id }
desk-newer-button = ‹ Newer
desk-older-button = Older ›
desk-previous-button = ‹ Previous
desk-next-button = More ›

desk-nobody = Nobody looks after it yet.
desk-surroundings = Orders: { $orders }, of these open: { $open } · points: { $points } · other cases: { $cases }
desk-last-scores = Last ratings: { $scores }
desk-last-nps = NPS { $score }/10
desk-last-csat = CSAT { $score }/5
desk-returns = Returns: { $returns }, of these open: { $open }
desk-said-at = { DATETIME($at) }
desk-writer = <b>{ $name }</b>
desk-from-customer = Customer
desk-from-bot = Bot
desk-from-staff = Team
desk-note = Note
desk-file = [file]
desk-history-title = <b>Case { $id }: history</b>
desk-history-empty = Nothing has been written here yet.
desk-history-button = 🕘 History ({ $count })
desk-transcript-button = 📄 As a file
desk-transcript-title = Case { $id }
desk-transfer-button = 🤝 Hand on
desk-transfer-ask =
    <b>Hand case { $id } on</b>
    Who looks after it from now on?
desk-transferred-toast = Handed on.
desk-not-transferred-toast = That did not work: the case is closed or there already, or this person may not answer.

desk-reply-button = ✍️ Answer
desk-reply-ask =
    ✍️ <b>Answer to case { $id }</b>
    What you write now, every message, goes to the customer: text, photos, documents, sound, video. Tap “Done” when you have said everything.
desk-reply-sending = … on its way
desk-not-sent-command = A command never goes to a customer. Nothing was sent.
desk-done-button = ✔️ Done
desk-note-button = 📝 Note
desk-note-ask =
    📝 <b>Note on case { $id }</b>
    It stays among the team; the customer never sees it.

desk-members-hint = Tap a name to change role or name, or to remove somebody. Everybody learns their own number from me with /id.
desk-add-button = ➕ Enter somebody
desk-member =
    <b>{ $name }</b>
    Number: <code>{ $id }</code>
    Role: { $role }
desk-member-by-settings = Named in the settings (BOTE_OWNER_IDS) and changed only there.
desk-member-since = Entered: { DATETIME($at) }
desk-member-gone = This person is not entered.
desk-role-button = 🎭 Role
desk-name-button = ✏️ Name
desk-revoke-button = 🚪 Remove
desk-number-ask = Which number does the person have? Write it, or share their contact with me.
desk-number-wrong = This is no number as /id tells it.
desk-role-ask = Which role does <code>{ $id }</code> get?
desk-name-ask = What is <code>{ $id }</code> called? So far: { $name }
desk-revoke-ask = Remove { $name } (<code>{ $id }</code>)? All rights end at once.
desk-revoke-confirm-button = 🚪 Yes, remove
desk-revoked-toast = Removed.
desk-granted-toast = Entered.
desk-queue-taken = Somebody looks after each of them.
desk-ban-button = 🚫 Ban this chat
desk-unban-button = 🔓 Lift the ban
desk-banned-toast = Banned: this person reaches no human any more, only the bot.
desk-unbanned-toast = The ban is lifted.
