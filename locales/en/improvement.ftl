# You said, we did: what was changed because customers complained.
improvement-list-button = 💬 You said, we did
improvement-list-title = <b>You said, we did</b>
improvement-list-shown = What customers were unhappy about in the last { NUMBER($days) } days. The number counts the answers and cases to which nobody has said yet what was done.
improvement-list-none = No unhappy answer and no closed case of the last { NUMBER($days) } days names a cause.
improvement-named = Named by { $answers ->
        [one] { NUMBER($answers) } unhappy answer
       *[other] { NUMBER($answers) } unhappy answers
    } and { $cases ->
        [one] { NUMBER($cases) } closed case
       *[other] { NUMBER($cases) } closed cases
    }.
improvement-unanswered = { $count ->
        [0] Of all of them it was told what was done.
        [one] { NUMBER($count) } of them waits for an answer.
       *[other] { NUMBER($count) } of them wait for an answer.
    }
improvement-none-done = Nothing has been told yet of what was done about it.
improvement-done = { $on }: for { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }, { NUMBER($told) } told so far
improvement-write-button = ✍️ Say what you have done
improvement-write-ask = What have you done about it? Write it in { $language } in one message, { NUMBER($most) } characters at most. What customers said is put above it by the bot.
improvement-write-others = A language without words is left out of the post; the message falls back to another one, or waits, as you choose there.
improvement-too-long = That is { NUMBER($length) } characters; { NUMBER($most) } are allowed.
improvement-prepare-button = Prepare post and message
improvement-card = This answers { $voices ->
        [one] { NUMBER($voices) } complaint
       *[other] { NUMBER($voices) } complaints
    } of { $people ->
        [one] { NUMBER($people) } person
       *[other] { NUMBER($people) } people
    }; { NUMBER($told) } told so far. Only who has agreed to offers gets the message, each once.
improvement-card-next = Post and message are drafts like any offer: look at them, check them, and send them from there.
improvement-no-channel = There is no channel (BOTE_COMMUNITY_CHAT_ID), so there is no post.
improvement-no-voices = Nobody has complained of it, so there is no message.
improvement-post-button = 📣 The post
improvement-letter-button = ✉️ The message to who said so
improvement-drop-button = 🗑 Take it back
improvement-begun-alert = It is being told already.
improvement-gone-alert = It was taken back.
improvement-title = You said, we did: { $said }
improvement-post =
    <b>You said, we did</b>
    You told us: { $said }.
improvement-letter =
    <b>You said, we did</b>
    You told us: { $said }. Thank you, we have done something about it:
improvement-cause-late = Deliveries come too late
improvement-cause-damaged = Goods arrive damaged
improvement-cause-wrong_item = The wrong article comes
improvement-cause-lost = Parcels get lost
improvement-cause-packaging = The packaging should be better
improvement-cause-courier = There is trouble with the courier
improvement-cause-address = Parcels go to the wrong address
improvement-cause-product = A product is not what it should be
improvement-cause-price = The prices are too high
improvement-cause-payment = Payment does not work
improvement-cause-returning = Sending back is too hard
improvement-cause-service = The service should be better
improvement-cause-slow = Answers take too long
improvement-cause-unsolved = Problems are not solved
improvement-cause-unhelpful = Answers do not help
improvement-cause-unfriendly = We were not friendly enough
improvement-cause-complicated = It is too complicated
