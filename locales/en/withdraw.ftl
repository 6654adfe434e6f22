# The withdrawal: two steps and the receipt.
# § 356a BGB fixes the two labels in German; the others are those of Directive (EU) 2023/2673, as far as it has the language.
withdraw-button = Withdraw from contract here
withdraw-confirm-button = Confirm withdrawal

withdraw-title = <b>Withdraw from the contract</b>
withdraw-ask = With “Confirm withdrawal” you withdraw from the purchase of these items. You need not give a reason.
withdraw-until = Withdrawal period: until <b>{ DAY($day) }</b>
withdraw-since-written = Your message of { DATE($at) }, { TIME($at) } ({ $zone }), counts as the time of your withdrawal; it is kept with its date and time. Please confirm it here.
withdraw-words-case = ✍️ Withdrawal in writing, received { DATETIME($at) }. That time counts (§ 355 BGB), even if this case is closed.
withdraw-words-waiting = As long as it is not confirmed, or entered below: please find out what goes back.
withdraw-words-declared = ✅ Declared as { $numbers }.
withdraw-words-case-none = ⚠️ The data show no contract that can be withdrawn from now, or the chat is not linked: please check and answer.
withdraw-words-unlinked = Your withdrawal is kept with its date and time, and our team has it. Link your purchase to see here what happens next.
withdraw-words-none = Your words are kept with date and time all the same; our team checks them and answers you here.
withdraw-made = Your withdrawals and returns: tap the one you mean. It shows what happens next, and as long as nothing is on its way you can take it back there.
withdraw-doubt = <b>Do you want to withdraw?</b> I am not sure that I have understood you; so far nothing is declared. What you have withdrawn already is under “My returns”, and a human is glad to help.
withdraw-doubt-kept = I am not sure that I have understood your last message. What you declared before it still stands.
withdraw-denied = All right, nothing is withdrawn from. What else can I do for you?
withdraw-denied-kept = What you wrote before is kept as a withdrawal, and our team has it. If you want to take it back, tell them: tap “🙋 Human” or write “human”.
withdraw-unshipped = Nothing has been sent yet: the order will be cancelled, and you need not send anything back.
withdraw-coming = The parcel is still on its way: simply do not accept it. Should you have accepted it, send it back.
withdraw-back = The parcel is already on its way back to us: you need not send anything.
withdraw-sealed = Sealed goods only as long as the seal is unbroken.
withdraw-digital = Digital content: you can withdraw until we provide it with your consent (Art. 16(m) Directive 2011/83/EU).
withdraw-not-these = Not included:
withdraw-shut-over = { $name }: the withdrawal period ended on { DAY($day) }.
withdraw-shut-nothing_left = { $name }: already part of a return, or refunded.
withdraw-shut-in = { $name }: already part of { $numbers }.
withdraw-shut-excluded = { $name }: { $reason }
withdraw-law-made_to_measure = made to your specifications; the law provides no withdrawal for this (Art. 16(c) Directive 2011/83/EU)
withdraw-law-perishable = perishable; the law provides no withdrawal for this (Art. 16(d) Directive 2011/83/EU)
withdraw-law-sealed_hygiene = sealed for hygiene; once unsealed it cannot go back (Art. 16(e) Directive 2011/83/EU)
withdraw-law-mixed = inseparably mixed with other goods (Art. 16(f) Directive 2011/83/EU)
withdraw-law-sealed_media = sealed recording or software; once unsealed it cannot go back (Art. 16(i) Directive 2011/83/EU)
withdraw-law-newspaper = newspaper or magazine (Art. 16(j) Directive 2011/83/EU)
withdraw-law-digital = digital content, already provided with your consent (Art. 16(m) Directive 2011/83/EU)
withdraw-law-dated_service = service on a fixed date (Art. 16(l) Directive 2011/83/EU)
withdraw-goodwill-until = What we offer beyond that: you can return it until <b>{ DAY($day) }</b>.
withdraw-warranty-until = If something is faulty or wrong, we answer for it until <b>{ DAY($day) }</b>.
withdraw-warranty-open = If something is faulty or wrong, we answer for it for at least two years.
withdraw-closed-title = <b>A withdrawal is not possible here</b>
withdraw-registered = ✅ <b>Your withdrawal { $number } is registered</b>, received on { DATE($at) }, { TIME($at) } ({ $zone }). Status: { $state }
withdraw-see-number = Tap the number to see what happens next.
withdraw-closed-help = Our team is glad to look at it together with you, too.
withdraw-none =
    <b>At the moment there is no contract that you can withdraw from here.</b>
    Under each order you can see what else is possible: return, exchange or complaint.
withdraw-which = <b>Which contract do you want to withdraw from?</b>
withdraw-pieces-ask =
    <b>Which items?</b>
    Tap an item to choose it or to change how many.
withdraw-pieces-named =
    <b>What you named is chosen.</b>
    Is there more to go back, or less? Then tap it.
withdraw-pieces-unclear =
    <b>Which of it exactly goes back?</b>
    Your words do not say for certain. Please tap it.
withdraw-pieces-shut =
    <b>What you have named cannot be withdrawn from here.</b>
    The reason stands below. Does something else go back instead? Then tap it.
withdraw-more-toast = Something has been added since. Please look at it again.
withdraw-nothing-toast = Please choose at least one item.
withdraw-done-title = <b>✅ We have received your withdrawal</b>
withdraw-done-receipt = The receipt with content, date and time comes at once, as a message and as a file.

withdraw-receipt-title = <b>Receipt of your withdrawal</b>
withdraw-receipt-at = Received: { DATE($at) }, { TIME($at) } ({ $zone })
withdraw-declares = Content: I hereby give notice that I withdraw from my contract of sale of the following goods:
withdraw-name = Name: { $name }
withdraw-contract = Contract: order { $number } with { $shop }
withdraw-contact = Contact: { $contact } and this chat
withdraw-contact-chat = Contact: this chat. The receipt comes here, too.
withdraw-number = Reference: { $number }
withdraw-receipt-kept = Please keep this receipt. It also comes as a file.
withdraw-paper-name = Withdrawal-{ $number }.pdf
withdraw-paper-foot = Issued by { $shop } immediately after the declaration came in. Please keep it.

withdraw-some-button = Only some of the items
withdraw-chosen-button = Continue
withdraw-everything-button = The whole order
withdraw-piece-button = { $mark } { $name } · { NUMBER($chosen) } of { NUMBER($left) }
withdraw-paper-button = 🧾 Receipt
withdraw-kept-note = ✍️ Your withdrawal of { DATE($at) }, { TIME($at) } ({ $zone }) has come in and counts. Confirm it, so that the rest happens at once.
withdraw-kept-button = ✍️ To your withdrawal
withdraw-which-written = Your message of { DATE($at) }, { TIME($at) } ({ $zone }), counts as the time of your withdrawal; it is kept with its date and time. Tap the contract that you mean.
withdraw-which-times = What you wrote is kept with date and time: for each contract the first of your messages that means it counts. Tap the contract to see which.
withdraw-words-receipt =
    <b>Receipt of your withdrawal</b>
    Received: { DATE($at) }, { TIME($at) } ({ $zone })
    Content: “{ $words }”
    Your words count even without another tap; our team sees to it.
withdraw-enter-button = ↩️ Enter the withdrawal for { $number }
withdraw-enter-all-button = ↩️ Show all { $count } orders
withdraw-enter-chosen-button = ↩️ Enter these items of { $number }
withdraw-enter-whole-button = ↩️ Enter all of { $number }
withdraw-enter-which-toast = The words name items: please choose on the card what is meant.
withdraw-enter-toast = Entered as { $number }; the receipt goes out.
withdraw-enter-alert = Order { $number }: nothing of it can be withdrawn from.
withdraw-enter-made-alert = Order { $number }: the withdrawal is entered already ({ $returns }).
withdraw-enter-over-alert = This is settled already.
withdraw-part-cancel = <b>Cancelled</b> (not sent yet, you need not send anything back for it):
withdraw-part-withdrawal = <b>Comes back</b> (sent already):
withdraw-part-brings = For that: { MONEY($total) }
withdraw-numbers = References: { $numbers }
withdraw-ends = Your request { $number } ends with that: the withdrawal takes its place.
withdraw-shrinks = Your request { $number } is then only about the other items.
# Of wishes by which the customer may keep the goods: one that goes on beside the withdrawal, and one that gives way.
withdraw-leaves = What you may keep by your request { $number } is not part of it.
withdraw-kept-back = Items that you were allowed to keep by it you send back after the withdrawal.
withdraw-lost = The parcel never reached you: you need not send anything back and get everything back.
withdraw-part-lost = <b>Never arrived</b> (nothing to send back for these):
# What was sent back with a request that the withdrawal takes the place of.
withdraw-part-sent = <b>Sent back already</b> (you need not send anything more for these):
withdraw-sent = You have sent this back already: you need not send anything more.
withdraw-ends-labelled = Your request { $number } ends with that: the withdrawal takes its place. Your return label stays valid.
# What was given for something that went back, among the items.
withdraw-given-replacement = { $name } (replacement)
withdraw-given-exchange = { $name } (got in exchange)
