# Cases: what customers read when they want a human, and what the staff see in their group.
case-heard = 🙋 Our team has been told and will answer you here. Do write already what it is about: a human now reads everything you write here.
case-heard-later = 🙋 Our team is away at the moment. From { DAY($at) }, { TIME($at) } on, a human will answer you here. Do write already what it is about: everything you write here arrives.
case-already = 🙋 Our team has your request. You will get an answer here.
case-closed = The conversation with our team has ended. From now on I, the bot, answer again.
case-reopened = Our team has taken up your request again and will answer you here.
case-end-button = End the conversation
command-human = Talk to a human
case-human-button = 🙋 Human
case-from-staff = 🙋 <b>Team { $shop }</b>
case-from-customer = 👤 <b>{ $name }</b> · case { $id }
case-not-passed = I can pass on text, photos and documents. Please write it to our team in one of these ways.

case-cause-human = would like to talk to a human
case-cause-missing = told as delivered, but not there
case-cause-lost = parcel lost
case-cause-damaged = parcel damaged
case-cause-late = parcel late
case-cause-exception = trouble with a parcel
case-cause-complaint = complaint

case-card-open = 🔔 <b>Case { $id }</b> · { $cause }
case-card-closed = ✅ <b>Case { $id }</b> · { $cause } · closed
case-card-who = { $name } · language: { $language } · since { DATETIME($at) }
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
case-reminder = ⏰ Case { $id } ({ $cause }) has been waiting for { $minutes } minutes, and nobody has reacted yet.

case-details =
    <b>Case { $id }</b>
    Name: { $name }
    E-mail: { $email }
    Telephone: { $phone }
case-details-address =
    Delivery address: { $street }
    { $city }
