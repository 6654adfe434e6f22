# Returns at the staff’s desk: the card, its buttons, the screens in the private chat.
rma-approve-button = ✅ Approve
rma-keep-button = 🎁 Without a return …
rma-photo-button = 📷 Ask for a photo
rma-gone-button = 🚚 Has left already
rma-onway-button = 🚚 Is on its way
rma-here-button = 📦 All here
rma-fine-button = 🔎 All fine
rma-fine-part-button = 🔎 What is here is fine
rma-undo-button = ↩️ Not here after all
rma-back-button = ↪️ Sent back
rma-close-button = ✔️ Finish
rma-decline-button = ✖️ Decline …
rma-label-button = 🏷 Label …
rma-relabel-button = 🏷 Other label …
rma-receive-button = 📦 Only part of it …
rma-check-button = 🔎 Something is wrong …
rma-check-part-button = 🔎 Check, rest is missing …
rma-settle-button = 💶 Settle: { MONEY($total) } …
rma-fee-button = 🎁 Waive the return costs ({ MONEY($total) })
rma-open-button = ↩️ Work on the return
rma-state = Status: <b>{ $state }</b>
rma-state-next = Status: <b>{ $state }</b> · { $next }
rma-next-customer_confirms = not sent off yet
rma-next-shop_decides = we decide
rma-next-shop_sends_label = we send the label
rma-next-customer_sends = waiting for the parcel
rma-next-carrier_brings = the parcel is coming
rma-next-customer_sends_rest = waiting for the rest
rma-next-shop_checks = we check
rma-next-shop_settles = we pay or replace
rma-next-shop_closes = will be closed soon
rma-waits = ⚠️ Waiting for us: { $why }
rma-why-value = high value
rma-why-value_unknown = value unknown
rma-why-many_returns = many returns in 90 days
rma-why-date_unknown = day of delivery unknown
rma-why-said_missing = told us that a parcel never came
rma-why-was_declined = was declined before
rma-why-defect = defect: a statutory right
rma-why-defect_without_photo = defect without a photo: a statutory right
rma-piece-accepted = accepted: { NUMBER($count) } of { NUMBER($of) }
rma-piece-received = here: { NUMBER($count) } of { NUMBER($of) }
rma-piece-instead = 🔁 instead: { $name } ({ $sku })
rma-piece-instead-price = 🔁 instead: { $name } ({ $sku }) · { MONEY($total) }
rma-finding = 🔎 Checked: { $why }
rma-photos =
    { $count ->
        [one] 📷 one photo
       *[other] 📷 { $count } photos
    }
rma-note = 💬 “{ $note }”
rma-photo-asked = 📷 photo asked for
rma-wish-refund = Wish: money back · { MONEY($total) }
rma-wish-credit = Wish: store credit · { MONEY($total) }
rma-wish-exchange = Wish: another item · worth { MONEY($total) }
rma-wish-replacement = Wish: the same again · worth { MONEY($total) }
rma-shipping = + delivery { MONEY($total) }
rma-fee = − return costs { MONEY($total) }
rma-loss = − loss of value { MONEY($total) }
rma-exchange-rest = After that the person still gets { MONEY($total) } back.
rma-exchange-dearer = ⚠️ The other item now costs { MONEY($total) } more than there is to give. The person pays nothing on top.
rma-keeps = 🎁 Nothing has to come back
rma-paid = 💶 Paid so far: { MONEY($total) }
rma-clock = ⏱ Money back by { DAY($day) }
rma-step = { SCAN($at) } · { $done } · { $who }
rma-step-why = { $step }: “{ $why }”
rma-by-customer = the customer
rma-by-staff = the team
rma-by-rules = by the rules
rma-by-carrier = the carrier
rma-by-platform = the shop’s system
rma-by-clock = the clock
rma-did-photo = 📷 photo asked for
rma-did-keep = 🎁 nothing has to come back
rma-did-gone = 🚚 had left already
rma-did-unsent = 📭 not sent after all
rma-did-scanned = 🔎 scanned by the carrier
rma-did-part = 📦 another part is here
rma-did-paid = 💶 paid
rma-did-itself = 📮 without a label
rma-did-sold_out = ⚠️ replacement sold out
rma-did-stocked = 📦 replacement there again
rma-did-sent = 🔁 replacement sent
rma-did-label = 📄 another label
rma-did-more = ➕ more pieces
rma-did-less = ✂️ fewer pieces
rma-did-undo = ↩️ not here after all
rma-did-arrived = 📦 reached the customer
rma-did-fee = 🎁 return costs waived
rma-approve-toast = Approved.
rma-keep-toast = Approved without a return.
rma-photo-toast = The person has been asked for a photo.
rma-gone-toast = Now a withdrawal: the goods come back.
rma-onway-toast = Entered: the parcel is on its way to us.
rma-here-toast = Everything is here. Check it next.
rma-fine-toast = Checked. The card says what comes next.
rma-undo-toast = Undone. The person is told that it was a mistake.
rma-back-toast = The person knows that it comes back.
rma-close-toast = Finished.
rma-fee-toast = Waived: the return costs the person nothing.
rma-moved-on-alert = This return has moved on. The card shows where it stands.
rma-tap-please = Please use the buttons below this message.
rma-not-declinable-alert = This is a statutory right, or it was approved already: it cannot be declined.
rma-no-reason-alert = Please write the reason; the person reads it.
rma-too-many-alert = That is more pieces than were expected, or than are here.
rma-count-known-alert = So many are entered already. Please write how many are here in all.
rma-nothing-came-alert = Is nothing of it here? Then tap “Not here after all” on the card.
rma-no-address-alert = The return rules have no address. Please add one (address.lines), or send a label.
rma-not-reducible-alert = The law lets nothing be taken off here.
rma-not-refusable-alert = The check does not decline a withdrawal: only what is not our item, or has a broken seal, is not accepted.
rma-loss-too-much-alert = This is more than the accepted items are worth.
rma-nothing-due-alert = There is nothing left to pay.
rma-too-much-alert = This is more than is left to pay.
rma-not-in-stock-alert = The other item is sold out. Please ask the person, or pay.
rma-decline-ask =
    <b>Decline { $number }</b>
    Write the reason. The person reads it word for word; their statutory rights remain.
rma-right-until = ⚠️ The customer may still withdraw until { DAY($day) } and gets the money back then. The message that declines tells them so, with a button for it.
rma-right = ⚠️ The customer may still withdraw and gets the money back then. The message that declines tells them so, with a button for it.
rma-label-ask =
    <b>Label for { $number }</b>
    Write the address of the page (https://…) or the tracking number, or send the label as a file. A number also reaches the person as a code to show.
rma-label-wrong = This holds neither an address nor a tracking number.
rma-label-title = <b>Label for { $number }</b>
rma-label-url = 🔗 { $url }
rma-label-number = 🔢 Tracking number { $code }
rma-label-file = 📎 the file you have just sent
rma-label-confirm = This is what the person gets. It can be replaced as long as nothing is on its way. If something is missing, send it now.
rma-relabel-told = ⚠️ The person has a label already. It becomes void, and they read that only the new one is to be used.
rma-label-send-button = ✔️ Send it like this
rma-label-again-button = ✏️ Start over
rma-label-taken-alert = This number already belongs to another return, or to a parcel that we sent out. Please check it.
rma-label-itself-button = 📮 Sends it themselves
rma-receive-ask =
    <b>What of { $number } is here?</b>
    Each tap adds a piece.
rma-receive-count = You can also write how many are here.
rma-receive-total = You can also write how many are here in all, with the { NUMBER($count) } entered already.
rma-piece-button = { $name }: { NUMBER($count) } of { NUMBER($of) }
rma-received-button = ✔️ Enter
rma-no-more-button = ✔️ Nothing more comes
rma-check-ask =
    <b>What about { $number }?</b>
    Tap what is not as it should be or missing; each tap counts a piece. What is missing the customer reads by itself.
rma-check-piece = • { $name }: { $told }
rma-fine-count = ✅ { NUMBER($count) } fine
rma-refused-count = ⚠️ { NUMBER($count) } not fine
rma-missing-count = ❓ { NUMBER($count) } missing
rma-refused-button = ⚠️ Not fine: { $name }
rma-missing-button = ❓ Missing: { $name }
rma-check-loss = Taken off for loss of value: { MONEY($total) }
rma-check-no-loss = The law lets nothing be taken off here.
rma-loss-button = 💸 Take off a loss of value
rma-loss-ask =
    <b>How much value was lost?</b>
    Write the amount, 5.00 for example. Only what went beyond trying it as in a shop counts.
rma-amount-wrong = That is not an amount. Write it like this: 5.00
rma-checked-button = ✔️ Enter it like this
rma-refusal-ask =
    <b>Why is something of { $number } not accepted?</b>
    A withdrawal cannot be declined, not for used or damaged goods either.{ $loss ->
        [yes] {" "}For these a loss of value is taken off.
       *[no] {""}
    } Only an item that is not ours can be refused{ $sealed ->
        [yes] , or one whose seal is broken.
       *[no] .
    }
rma-refusal-other-button = 📦 It is not our item
rma-refusal-seal-button = 🔓 The seal is broken
rma-early-why =
    <b>Why does the money for { $number } go before the items are here?</b>
    A sentence for the record; the person does not read it.
rma-keep-why =
    <b>Why does nothing of { $number } have to come back?</b>
    A sentence for the record; the person does not read it.
rma-why-ask =
    <b>What did the check of { $number } find?</b>
    Write it as the person should read it.
rma-settle-ask =
    <b>Pay or replace { $number }</b>
    Left to give: <b>{ MONEY($total) }</b>. For less, write the amount.
rma-settle-part = Of that for what is here: <b>{ MONEY($total) }</b>. The rest waits for the missing pieces.
rma-settle-nothing =
    <b>Finish { $number }</b>
    There is nothing left to give. A tap records that it is done.
rma-settle-early = The goods have not been checked yet. What you pay now is paid.
rma-refund-button = 💶 Refund { MONEY($total) }
rma-credit-button = 🎟 { MONEY($total) } store credit
rma-exchange-button = 🔁 The other item is sent
rma-replacement-button = 📦 The replacement is sent
rma-refused = ✖️ { $why }
rma-done-toast = Entered; the person is told.
rma-change-address = 🏠 Wants another address
rma-change-items = 🛒 Wants other items
rma-change-done-button = ✅ It is changed
rma-change-late-button = 🚚 Too late
rma-change-cancel =
    ✖️ Asks to cancel: not sent yet, excluded from withdrawal. The shop decides.
    Yes: cancel it in the shop’s system, refund what was paid, then confirm here. No: write the reason here, then decline.
rma-change-cancel-done-button = ✅ Cancelled and refunded
rma-change-cancel-late-button = ✖️ Decline
rma-change-why-alert = First write the reason as a reply to this case; the person reads it. Then decline.
rma-change-left-alert = Everything has been sent by now: it cannot have been cancelled any more. Tap the other button.
rma-change-left = 🚚 Everything has been sent by now. The person knows that it was too late.
rma-change-told-toast = The person knows.
# A refund that names no items.
rma-refund-which = 💶 The shop’s platform has refunded { MONEY($total) } for order { $order } on { DAY($day) } without naming items. Which return is it for?
rma-refund-candidate = <b>{ $number }</b> · { $way ->
    [withdrawal] withdrawal
    [warranty] defect
    [cancel] cancelled before it left
   *[goodwill] goodwill
 } · still to be paid: { MONEY($total) }
rma-refund-for-button = { $number } · { MONEY($total) } open
rma-refund-none-button = None of these
rma-refund-said-toast = Noted.
rma-refund-currency = 💱 The shop’s platform has refunded { MONEY($total) } for order { $order }, in another currency than it was paid in. It is booked to no return; please check.
rma-late-button = 📦 The rest has come …
rma-did-late = 📦 came afterwards
rma-late-ask =
    <b>What of { $number } has come afterwards?</b>
    Each tap counts one more piece. What is as it should be is settled once more.
rma-late-fine-button = 🔎 As it should be, settle it
rma-late-not-button = ↪️ Not as it should be
rma-late-why =
    <b>How did the rest of { $number } come?</b>
    A sentence for the record, for example: second parcel, taken in yesterday.
rma-late-why-back =
    <b>What is wrong with the rest of { $number }?</b>
    Write it as the person is to read it.
rma-late-taken-alert = These pieces belong to another return by now, or were paid back already.
rma-lost = 📭 Parcel lost, or gone back to us: nothing comes back
rma-coming = 📦 Still on its way to the customer: if they do not accept it, it comes back by itself; else they will need a label.
rma-turned = ↩️ The parcel is already on its way back to us: the customer sends nothing.
rma-did-lost = 📭 parcel never arrives
rma-did-found = 📦 lost parcel has turned up
