# Cases: what customers read when they want a human, and what the staff see in their group.
case-heard = 🙋 Our team has been told and will answer you here. Do write already what it is about: a human now reads everything you write here.
case-heard-later = 🙋 Our team is away at the moment. From { DAY($at) }, { TIME($at) } on, a human will answer you here. Do write already what it is about: everything you write here arrives.
case-heard-complaint = 🙋 We are sorry that something went wrong. Our team has been told and will answer you here. Please write already what happened: a human now reads everything you write here.
case-heard-later-complaint = 🙋 We are sorry that something went wrong. Our team is away at the moment; from { DAY($at) }, { TIME($at) } on, a human will answer you here. Please write already what happened: everything you write here arrives.
case-already = 🙋 Our team has your request. You will get an answer here.
case-closed = The conversation with our team has ended. From now on I, the bot, answer again.
case-reopened = Our team has taken up your request again and will answer you here.
case-end-button = End the conversation
command-human = Talk to a human
case-human-button = 🙋 Human
case-from-staff = 🙋 <b>Team { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · case { $id }
case-not-passed = { $kind }: I cannot pass that on to our team, only text, photos, documents, sound and video. Please write it in one of these ways.

case-told-lost = The carrier reports the parcel as lost ({ DATETIME($at) }).
case-told-damaged = The carrier reports the parcel as damaged ({ DATETIME($at) }).
case-told-action = The carrier reports that something has to be done ({ DATETIME($at) }).
case-cause-human = would like to talk to a human
case-cause-missing = told as delivered, but not there
case-cause-lost = parcel lost
case-cause-damaged = parcel damaged
case-cause-late = parcel late
case-cause-exception = trouble with a parcel
case-cause-complaint = complaint
case-cause-detractor = unhappy in a survey
case-cause-cancel = has cancelled: please stop the parcel and refund
case-cause-return = return or withdrawal
case-cause-change = wants something changed before it is sent
case-cause-feedback = praise or suggestion
case-about = About: { $topic }
case-about-too = Also asks about: { $topic }
case-human-too = 🙋 Would like to talk to a human.
case-human-asked = 🙋 Case { $id }: after the bad score a human is now asked for. What the person writes comes here.

case-card-open = 🔔 <b>Case { $id }</b> · { $cause }
case-card-closed = ✅ <b>Case { $id }</b> · { $cause } · closed
case-card-who = { $name } · language: { $language } · since { DATETIME($at) }
case-card-who-only = { $name } · since { DATETIME($at) }
case-card-order = Order { $number } · { $state } · { $total }
case-card-total = { MONEY($total) }
case-card-parcel = Parcel { $carrier } <code>{ $number }</code> · { $state }
case-card-signed = Receipt confirmed by: { $name }
case-card-line = { $sign } { $text } { $mark }
case-card-owner = Looks after it: { $name }
case-card-nobody = Nobody looks after it yet. Reply to this message to write to the person; with /note in front it stays among us.

case-queue-empty = Nothing is waiting. 🎉
case-queue-title =
    { $count ->
        [one] <b>One case is open</b>
       *[other] <b>{ $count } cases are open</b>
    }
case-queue-cause = <i>{ $cause }</i>
case-queue-line = { $sign } Case { $id } · { $age } · order { $order } · { $value }
case-queue-more = … and { $count } more
case-age-days =
    { $days ->
        [one] for a day
       *[other] for { $days } days
    }
case-age-hours = for { $hours } h
case-reminder = ⏰ Case { $id } ({ $cause }) has been waiting { $age }, and nobody has reacted yet.

case-details =
    <b>Case { $id }</b>
    Name: { $name }
    E-mail: { $email }
    Telephone: { $phone }
case-details-address =
    Delivery address: { $street }
    { $city }
case-away = 🌙 Our team is away at the moment. What you write arrives; from { DAY($at) }, { TIME($at) } on, a human will answer you here.
case-card-no-chat = Customer
case-card-earlier =
    { $count ->
        [one] ⋯ one earlier message is in the history
       *[other] ⋯ { $count } earlier messages are in the history
    }
case-card-resolved = Cause: { $cause } · action: { $action }
case-card-words = “{ $words }”
case-closed-by-customer = The person has ended the conversation.
case-closed-by-recovered = Settled: the parcel moves again.
case-closed-by-shipped = Done: it has been sent by now, and the person knows.
case-closed-by-declared = Done: the withdrawal is declared and has a case of its own.
case-closed-by-return = Done: the return is over.
case-handed-on = 🤝 { $name } has handed case { $id } on to you ({ $cause }).
case-unanswered = 🚨 Case { $id } ({ $cause }) has been waiting { $age }, and nobody has reacted to the reminder either.
case-unposted = 🚨 Case { $id } ({ $cause }) could not be posted to the staff’s group: { $reason }.
case-undelivered = ⚠️ Not delivered to { $name }: { $about }{ $order }. Reason: { $reason }.
case-turned-up = 📦 Case { $id }: the parcel has turned up, the customer says. Somebody has taken the case, so it stays open.
case-age-minutes = for { $minutes } min
case-banned = You cannot reach our team through this chat any more. I, the bot, am still there for you.
case-nudge = ⏰ Case { $id } ({ $cause }): the person is waiting for your answer. Without one the case becomes free again.
case-nudge-urgent = ⏰ Case { $id } ({ $cause }): the person is waiting for your answer, and time is running out.
case-free-again = ↩️ Case { $id } ({ $cause }) is free again, so far with { $name }. The person is waiting.
case-card-rating = Answer: { $rating }
case-card-rating-because = Answer: { $rating } · { $reasons }
case-card-before = Before this: case { $id }, { $cause }
case-card-before-done = Before this: case { $id }, { $cause } · { $action }
case-way-ordered = ordered { DATE($day) }
case-way-expected = expected { DATE($day) }
case-way-delivered = delivered { DATE($day) }
case-way-late =
    { $days ->
        [one] a day too late
       *[other] { $days } days too late
    }
case-plan = 💡 <b>Suggestion: { $trouble }</b>
case-plan-step = • { $step }
case-trouble-late = too late
case-trouble-damaged = damaged
case-trouble-wrong_item = wrong item
case-trouble-packaging = packaging
case-trouble-courier = courier
case-trouble-price = price
case-trouble-service = service
case-trouble-slow = took too long
case-trouble-unsolved = not solved
case-trouble-unhelpful = answer did not help
case-trouble-unfriendly = unfriendly
case-trouble-complicated = too complicated
case-trouble-other = something else
case-trouble-lost = lost
case-trouble-missing = not there
case-trouble-unknown = reason not known
case-contact-warned = ⏰ Case { $id } ({ $cause }): nobody has written to the person yet. By { DATETIME($at) } they should have heard from us.
case-contact-missed = 🚨 Case { $id } ({ $cause }): nobody has written to the person yet, and they should have heard from us by { DATETIME($at) }.
case-resolve-warned = ⏰ Case { $id } ({ $cause }) should be solved by { DATETIME($at) }.
case-resolve-missed = 🚨 Case { $id } ({ $cause }) should have been solved by { DATETIME($at) } and is still open.
case-assigned-contact = 👉 Case { $id } ({ $cause }) is yours: nobody has taken it. Please write to the person by { DATETIME($at) }.
case-assigned-resolve = 👉 Case { $id } ({ $cause }) is yours: nobody looks after it. Please solve it by { DATETIME($at) }.
case-assigned-late = 👉 Case { $id } ({ $cause }) is yours now: nobody has looked after it by { DATETIME($at) }. Please do so right away.
case-clock-contact = ⏱ write by { DATETIME($at) }
case-clock-contact-missed = ❗ writing was due { DATETIME($at) }
case-clock-contacted = ⏱ written to
case-clock-resolve = solve by { DATETIME($at) }
case-clock-resolve-missed = ❗ solving was due { DATETIME($at) }
case-unsolved = 👎 Case { $id } ({ $cause }) is open again: the customer says that it is not solved.
case-unhappy = 👎 Case { $id } ({ $cause }) is open again: the customer is still unhappy.
case-solved-yes = 👍 The customer says that it is solved.
case-solved-no = 👎 The customer says that it is not solved.
case-solved-asked = The customer has been asked whether it is solved.
