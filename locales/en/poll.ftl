# Polls in the channel, for everybody who writes offers there.
poll-until = Vote until { DATETIME($at) }
poll-gone-alert = There is no such poll.
poll-fixed-alert = Too late for that: the poll has moved on.
poll-unready-alert =
    { $what ->
        [options] The answers are still missing.
        [order] It would end before it appears in the channel.
        [channel] There is no channel (BOTE_COMMUNITY_CHAT_ID).
       *[past] Its time or its end is in the past.
    }
poll-list-title = <b>Polls in the channel</b>
poll-list-shown = The newest are on top.
poll-list-none = None yet.
poll-list-button = 📊 Polls
poll-new-button = ➕ New poll
poll-question-ask = What would you like to ask? Write the question as the channel is to read it, { NUMBER($most) } characters at most.
poll-question-long = That is { NUMBER($length) } characters; { NUMBER($most) } are allowed.
poll-options-ask = Write the answers in one message, each on a line of its own: 1 to { NUMBER($options) } answers of { NUMBER($most) } characters at most.
poll-options-unread = That does not fit: 1 to { NUMBER($options) } different answers, each on a line of its own and { NUMBER($most) } characters long at most.
poll-countries-ask = From which countries may people vote? Write their codes, { NUMBER($most) } at most, for example <code>LU DE FR</code>. Telegram knows the country by the phone number.
poll-countries-unread = Those are no country codes. Please write them like this: LU DE FR
poll-at-ask = When is it to appear in the channel ({ $zone })? For example <code>{ $example }</code>
poll-deadline-ask = Until when can people vote ({ $zone })? For example <code>{ $example }</code>
poll-title = 📊 <b>{ $question }</b>
poll-status-draft = ✏️ draft
poll-status-scheduled = ⏰ scheduled
poll-status-open = ▶️ open
poll-status-closed = ✅ closed
poll-status-cancelled = 🚫 not posted: when its time came it was over already.
poll-rules = Anonymous: in channels nobody learns who has chosen what. { $several ->
        [yes] Several answers may be chosen.
       *[no] One answer may be chosen.
    }
poll-members = Who has followed the channel for more than 24 hours may vote.
poll-countries = Only from: { $countries }
poll-post-at = Appears: { DATETIME($at) }
poll-open-end = Without an end: you close it by hand.
poll-result = { $share } % · { $option } ({ NUMBER($count) })
poll-voters =
    { $count ->
        [one] { NUMBER($count) } person has voted.
       *[other] { NUMBER($count) } people have voted.
    }
poll-unposted = ⚠️ Not in the channel yet: { $why }
poll-question-button = ✏️ Question
poll-options-button = ☰ Answers
poll-one-button = Allow one answer only
poll-several-button = Allow several answers
poll-anybody-button = New followers, too
poll-members-button = Only who has followed longer
poll-countries-button = 🌍 Countries
poll-countries-all-button = From all countries
poll-at-button = ⏰ Time
poll-at-none-button = At once, as soon as I post it
poll-deadline-button = ⏳ End
poll-deadline-none-button = Without an end
poll-preview-button = 👁 What it looks like
poll-post-button = 📣 Post it now
poll-post-again-button = 📣 Try once more
poll-plan-button = ⏰ Post it at that time
poll-unplan-button = Back to the draft
poll-close-button = ✅ Close
poll-refresh-button = 🔄 Count again
poll-post-ask = Post it in the channel now? After that nothing of question and answers changes any more.
poll-close-ask = Close it now? Then nobody can vote any more.
poll-sure-post-button = Yes, post it
poll-sure-close-button = Yes, close it
