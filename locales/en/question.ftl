# Answers to what people type.
question-not-understood =
    I did not understand that. I can tell you where a parcel is, show your orders and look up products.
question-link-first = To see your orders, please link your purchase first. That keeps them hidden from everybody else.
question-order-unknown = I see no order { $number } among your purchases. Here are the orders I can show you:
question-typo = I took this to mean order <b>{ $number }</b>.
question-not-text = I can only read text. Please type your question or use the menu.
question-group = I only answer in a private chat, so that nobody else reads about your orders.
question-human = In this chat only I, the bot, can answer so far. You reach our team at { $contact }.
question-human-unknown = In this chat only I, the bot, can answer so far. You reach the team of { $shop } at the address in your order confirmation.
question-group-button = Open the private chat
question-meant = Did you mean one of these?
question-welcome = You are welcome!
question-missed-again = I did not understand that either. Would you like to talk to a human? Tap “🙋 Human” or write “human”.
question-topic-team = I cannot help with that here myself yet, but our team can: tap “🙋 Human” or write “human”.
question-topic-contact = I cannot help with that here yet. You reach our team at { $contact }.
question-topic-shop = I cannot help with that here yet. You reach the team of { $shop } at the address in your order confirmation.
question-day = { DAY($day) }
question-arrives-yes = As things stand, yes: expected on <b>{ $day }</b>. That is an estimate, not a promise.
question-arrives-no = As things stand, no: expected on <b>{ $day }</b>. That is an estimate, not a promise.
question-arrives-on = Expected on <b>{ $day }</b>. That is an estimate, not a promise.
question-arrives-unknown = No day is known yet. As soon as there is one, it stands here.
question-arrives-late = The delivery is late: it was planned for { $day }, and no new day is known yet.
question-only-order = I see no other order of yours.
question-fine = All right. What else can I do for you?
question-tap = Please tap one of the buttons, so that I get you right.
question-parcel-unknown = I see no parcel { $number } among your purchases. Here are the orders I can show you:
