# Returns: the card, what rings, the screens.
return-title-withdrawal = ↩️ <b>Withdrawal { $number }</b> (order { $order })
return-title-cancel = ✖️ <b>Cancellation { $number }</b> (order { $order })
return-title-warranty = 🛠 <b>Complaint { $number }</b> (order { $order })
return-title-goodwill = ↩️ <b>Return { $number }</b> (order { $order })
return-state = <b>{ $state }</b>
return-state-draft = not sent yet
return-state-requested = 📨 requested
return-state-approved = 👍 accepted
return-state-declared = ✅ withdrawn
return-state-cancelling = ✖️ being cancelled
return-state-rejected = ✖️ not accepted
return-state-label_sent = 🏷 ready to send
return-state-in_transit = 🚚 on its way to us
return-state-partially_received = 📦 partly arrived
return-state-received = 📦 arrived
return-state-inspected = 🔎 checked
return-state-refunded = ✅ refunded
return-state-exchanged = ✅ exchanged
return-state-credited = ✅ credited
return-state-sent_back = ↪️ sent back
return-state-closed = ✅ completed
return-state-cancelled = ✖️ cancelled
return-state-expired = ⌛ expired

return-next-draft = Confirm, and it is sent to us.
return-next-requested = { $shop } is looking at your request. Please do not send anything yet; we will write to you here.
return-next-approved = { $shop } is preparing your return label. It will come here in this chat.
return-next-sending = Please pack everything well, put the number in with it and send it to { $shop }. Keep the proof of posting.
return-next-coming = The parcel is still on its way to you: please do not accept it, and it will come back to us by itself. Should you have accepted it, simply send it back; you will get the return label here then.
return-next-coming-itself = The parcel is still on its way to you: please do not accept it, and it will come back to us by itself. Should you have accepted it, simply send it back to { $shop }.
return-next-back = The parcel is already on its way back to us: you need not send anything. We will write as soon as it is here.
return-next-coming-part = What of it is still on its way to you, please do not accept; it will come back by itself then.
return-next-coming-some = The parcel is still on its way to you. If there is nothing in it that you keep, please do not accept it. Otherwise accept it and send back only what does not stay; you will read here how.
return-next-back-part = What of it is already on its way back to us you need not send.
return-next-cancelling = You need not do anything or send anything back. Should a parcel come after all, please do not accept it.
return-next-rejected = Your statutory rights are not affected. If something is wrong, please write to us.
return-still-withdraw-until = You can still withdraw from the purchase all the same, without a reason: until <b>{ DAY($day) }</b>.
return-still-withdraw = You can still withdraw from the purchase all the same, without a reason.
return-next-label-over = The return label has expired. Your right stays yours: tell our team, and you get a new one.
return-label-over-alert = The return label has expired. Our team sends you a new one: tap “🙋 Human”.
return-next-label_sent = Please pack everything well and hand the parcel in with the return label. Keep the proof of posting.
return-next-in_transit = Your parcel is on its way to us. We will write as soon as it is here.
return-next-partially_received = Some of it is here. Please send the rest, too; if it is already on its way, we will wait for it.
return-next-received = We will check the items and get back to you.
return-next-inspected =
    Everything has been checked. Next comes { $outcome ->
        [credit] your store credit
        [exchange] your other item
        [replacement] your replacement
       *[refund] your money
    }.
return-next-refunded = The money is on its way. Depending on your bank it may take a few days to arrive.
return-next-exchanged = Your replacement is on its way; you will find it among your orders.
return-next-credited = The amount is yours as store credit.
return-next-sent_back = The items are on their way back to you. We are glad to answer any questions.
return-next-closed = Everything is done.
return-next-taken-back = The purchase stands. As long as the period runs, you can withdraw again.
return-next-cancelled = The items stay with you. As long as the period runs, you can ask again.
return-next-expired = The return label was not used and is no longer valid. As long as a period runs, you can ask again.
return-send-to =
    Send it to:
    { $address }
return-label-number = Number on the return label: <code>{ $number }</code>
return-label-code = Code for the counter: <code>{ $code }</code>
return-send-by = Send by: <b>{ DAY($day) }</b>
return-clock = Money back at the latest: <b>{ DAY($day) }</b>. The shop may wait until the items are here or you prove that you have sent them.
return-clock-cancel = Money back at the latest: <b>{ DAY($day) }</b>
return-piece-received = { $line } – arrived: { NUMBER($count) }
return-missing-ask = ❓ Not in the parcel: { $items }. If you still have it, please send it; if it is on its way already, we count it as soon as it is here. If it was in the parcel, write to us.
return-missing = ❓ Not in the parcel: { $items }
return-brings-refund = You get back: <b>{ MONEY($total) }</b>
return-brings-credit = You get as store credit: <b>{ MONEY($total) }</b>
return-brings-exchange = You get another item instead.
return-brings-replacement = You get the item again, at no cost to you.
return-wished-refund = Your wish: <b>{ MONEY($total) }</b> back
return-wished-credit = Your wish: store credit of <b>{ MONEY($total) }</b>
return-wished-exchange = Your wish: another item instead
return-wished-replacement = Your wish: the same item again, at no cost to you
return-of-shipping = This includes { MONEY($total) } for the delivery to you
return-of-topped = This includes { MONEY($total) } that you paid on top for another item
return-of-fee = Deducted: { MONEY($total) } for the return
return-postage-free = Sending it back costs you nothing.
return-postage-yours = You pay the postage for sending it back.
return-postage-ours = We bear the postage for sending it back.
return-paid = Paid to you: <b>{ MONEY($total) }</b>
return-paid-credit = Store credit for you: <b>{ MONEY($total) }</b>
return-because = Reason: { $why }

return-push-requested = <b>📨 We have your request</b>
return-push-approved = <b>👍 Your request is accepted</b>
return-push-label_sent = <b>🏷 Your return label is here</b>
return-push-label_replaced =
    <b>🏷 Please use this new return label</b>
    The first one was wrong and is void: please throw it away. We are sorry.
return-push-partially_received = <b>📦 Part of your return is here</b>
return-push-received = <b>📦 Your return is here</b>
return-push-received-part = <b>📦 Your return is here, but not all of it</b>
return-push-refunded = <b>✅ Your money is on its way</b>
return-push-exchanged = <b>✅ Your replacement is on its way</b>
return-push-credited = <b>✅ Your store credit is here</b>
return-push-credited-part = <b>✅ Part of your store credit is here</b>
return-push-sent_back = <b>↪️ Your items are coming back to you</b>
return-push-rejected = <b>We are sorry: we could not accept your return</b>
return-push-expired = <b>⌛ Your return label has expired</b>
return-push-cancelled = <b>✖️ This return was cancelled</b>

return-nothing-left = These items already belong to another return or have been refunded. Under the order you can see where that stands.
return-way-closed = This is no longer possible. The order shows what you can do now; our team is glad to help, too.
return-moved-on = This return has moved on in the meantime. This is where it stands now:
return-sold-out = The item you wanted has just sold out. Please choose another one or have the money refunded.
return-too-dear = The item you wanted now costs more than you paid. Please choose another one or have the money refunded.

return-moved-on-alert = This return has moved on and can no longer be cancelled.
return-list = <b>Your returns</b>
return-list-none = At the moment you have no returns. You can start one under the order in question.
return-entry-button = { $number }: { $state }
return-photos =
    { $count ->
        [one] One photo is attached.
       *[other] { $count } photos are attached.
    }
return-photo-ask = <b>Send a photo now</b>, or several together. Best is one of the whole item and one of the spot in question.
return-photo-which = Which return is the photo for? Tap it, then “Add a photo”, and please send it once more.
return-photo-only = Nobody can look at that here: please send a photo.
return-photo-too-large = This file is larger than 20 MB; our team cannot open it. Please send it as a photo instead of a file.
return-photos-enough = That is enough photos, thank you. Our team needs no more.
return-cancel-ask =
    <b>Cancel return { $number }?</b>
    The items then stay with you. As long as the period runs, you can ask again.
return-cancel-ask-declared =
    <b>Take back withdrawal { $number }?</b>
    Then the purchase stands, and no money is refunded. As long as the period runs, you can withdraw again.
return-receipt-toast = The receipt is on its way.
return-photo-button = 📷 Add a photo
return-photo-done-button = Done
return-cancel-button = ✖️ Cancel it
return-cancel-yes-button = Yes, cancel it
return-open-button = Details
return-label-button = 🏷 Open return label
return-label-again-button = 🏷 Send the label again
return-label-again-toast = The label is coming.

return-push-remind = <b>🏷 Your return is still waiting</b>

return-line = <b>{ $name }</b>
return-line-excluded = No withdrawal: { $reason }
return-from-neighbour = Counted from the day it was left with a neighbour: { DAY($day) }. If you got it later, that later day counts.
return-until-withdrawal = Withdrawal until { DAY($day) }
return-until-goodwill = We take it back voluntarily until { DAY($day) }
return-until-warranty = Faulty or wrong: until { DAY($day) }
return-right-withdrawal = You use your statutory right of withdrawal.
return-right-goodwill = We take it back voluntarily.
return-or-withdraw = 💡 Until { DAY($day) } you can withdraw instead: nobody checks that first, and whoever withdraws from the whole order gets the delivery back, too.
return-right-warranty = We answer for this for at least two years.
return-shut-unshipped = { $item }: not sent yet
return-shut-coming = { $item }: still on the way to you
return-shut-back = { $item }: already on the way back to us
return-which = <b>Which order is it about?</b>
return-nothing-open = <b>At the moment nothing from this order can be returned.</b>
return-not-there-yet =
    <b>According to the carrier the parcel has not reached you yet.</b>
    You can send it back or complain as soon as it is there. You can withdraw right now.
return-not-sent-yet =
    <b>This has not been sent yet.</b>
    You can still change or cancel it. You can send it back or complain as soon as it is there.
return-not-together-alert = These items go back in different ways. Please return them one after the other.
return-why-ask = <b>Why are you sending it back?</b>
return-why-only-defects =
    <b>What is wrong?</b>
    The return period is over. If something is faulty or wrong, we are there for you all the same.
return-why-only-defects-law =
    <b>What is wrong?</b>
    It cannot be returned: { $reason }. If something is faulty or wrong, we are there for you.
return-why-size_too_small = Too small
return-why-size_too_large = Too large
return-why-color = Wrong colour
return-why-style = Not my style
return-why-not_as_described = Not as described
return-why-defective = Faulty
return-why-wrong_item = Wrong item
return-why-unwanted = No longer wanted
return-why-unknown = I don’t know
return-why-other = Something else
return-why = Reason: { $reason }
return-why-read = ✍️ Understood as: <b>{ $reason }</b>. Your words go with it; “Back” lets you choose differently.
return-why-kept = ✍️ Your words go with the return. Which reason comes closest?
return-details-photos =
    <b>Show us what is wrong.</b>
    Send a photo or several together, with a few words if you like. You can go on without one, but it will take longer.
return-details-words =
    <b>Please describe briefly what it is about.</b>
    A photo helps if there is something to see.
return-noted = Your words: “{ $note }”
return-words-toast = Please write us a few words.
return-want-ask = <b>What would you like in return?</b>
return-want-refund = 💶 Money back
return-want-exchange = 🔁 Another item
return-want-credit = 🎟 Store credit
return-want-replacement = 📦 The same again
return-exchange-ask =
    <b>What would you like instead?</b>
    This is in stock right now:
return-exchange-none = At the moment we have nothing comparable in stock. You can have the money refunded.
return-summary = <b>Is everything right?</b>
return-then-withdrawal = With “Confirm withdrawal” you withdraw from the purchase of these items. You get a receipt at once; nobody has to agree.
return-then-goodwill = If everything is clear, your request is accepted at once; otherwise our team looks at it.
return-then-warranty = Our team looks at your complaint and gets back to you here.
return-done =
    <b>✅ Sent to us</b>
    Below is the card on which you see every step.
return-done-then = As it stood on { DATE($at) }, { TIME($at) }.
return-start-button = ↩️ Return or complaint
return-here-button = 📦 It is here already
return-no-reason-button = Prefer not to say
return-money-button = 💶 Money back instead
return-send-button = Send request
return-again-button = Choose another
return-all-button = ↩️ My returns
return-next-photo = 📷 We still need a photo from you: one of the whole and one of the spot in question. Then we decide.
return-next-keeps =
    You need not send anything back and may keep everything. Next comes { $outcome ->
        [credit] your store credit
        [exchange] your other item
        [replacement] your replacement
       *[refund] your money
    }.
return-push-undo =
    <b>↩️ Your return has not arrived yet after all</b>
    That it was here was our mistake. We are sorry.
return-push-photo = <b>📷 Please send us a photo</b>
return-push-keeps = <b>🎁 Approved, and you may keep it</b>
return-push-gone =
    <b>🚚 Your parcel had already left</b>
    Your withdrawal counts all the same: refuse the parcel, or send it back to us.
return-push-unsent =
    <b>📭 Your parcel has not arrived</b>
    Four weeks after you told us, nothing is here. If you did hand it in, please write to us and have the proof of posting ready.
return-push-paid = <b>💶 Your money is on its way</b>
return-push-paid-part = <b>💶 Part of your money is on its way</b>
return-push-sent = <b>🔁 Your replacement is on its way</b>
return-finding = 🔎 What the check found: { $why }
return-of-loss = Deducted: { MONEY($total) } for loss of value
return-piece-accepted = { $line } – accepted: { NUMBER($count) }
return-push-sending = <b>📮 You can send it now</b>
return-clock-late = Money back: <b>without delay</b>, since the 14 days from your declaration are over. The shop may wait until the items are here or you prove that you have sent them.
return-clock-cancel-late = Money back: <b>without delay</b>, since the 14 days from your declaration are over.
return-push-lapsed = <b>⌛ This return has ended</b>
return-next-lapsed = Nothing has arrived here. If your parcel is on its way, please write to us at once. As long as a period runs, you can ask again.
return-push-waiting =
    <b>⏳ Your return label is still missing</b>
    Our team has been reminded. Your time for sending things back begins only when it is here.
return-push-overdue-claim =
    <b>📮 Please send the items now</b>
    The time for it is over. Your claim stays open. Handed in already? Tell us under “Details”.
return-push-overdue =
    <b>📮 Please send the items now</b>
    The time for it is over. Your withdrawal still counts, but until then the shop may wait with the money. Handed in already? Tell us under “Details”.
return-sent-button = 📮 I have sent it
return-sent-ask =
    <b>Have you handed in the parcel for { $number }?</b>
    After that it can no longer be cancelled. A photo of the proof of posting helps in case it gets lost.
return-sent-yes-button = Yes, handed in
return-unsent-button = 📭 Not sent yet after all


# Several orders in one parcel.
return-together = 📦 In one parcel with { $others }
return-beside = { $number } (order { $order })
return-together-most = One parcel can hold items from five orders at most.
return-more-button = ➕ From another order as well
return-more-ask = From which order would you like to put something into the same parcel?
return-more-none = Nothing else can go back at the moment.
return-more-order-button = { $number } · { DAY($day) }
return-more-title = <b>Together in one parcel</b>
return-more-part = <b>Order { $number }</b>
return-more-total = Altogether: <b>{ MONEY($total) }</b>
return-more-out-button = Take order { $number } out
return-also = Part of the same withdrawal: { $numbers }.
return-next-cancelling-part = You need not do anything or send anything back for these items. Should they come after all, please tell us.
return-next-overtaken = Your withdrawal { $number } has taken the place of this request.

# What was given for something that went back.
return-given = 🔁 Given in return: { $item }
return-follows = 🔁 Was itself given for { $number }
return-followed = ↩️ What was given goes on in { $numbers }
return-given-button = 🛠 Something is wrong with it
return-given-entry-button = 🔁 { $name } (given for { $number })
return-given-these = This is what you were given in return.
return-given-ask = <b>Is it about what you were given in return?</b>
return-bought-button = Other items of this order
return-push-late = <b>📦 The rest of what you sent back has come after all</b>
return-push-lateback = <b>📦 The rest of what you sent back is here, but we cannot take it back</b>
return-next-lost = The parcel never reached you: you need not send anything back. Your money comes next.
return-shut-lost = { $item }: never arrived; you can withdraw without sending anything back
return-push-lost = <b>📭 The parcel will not reach you any more</b>
return-push-found =
    <b>📦 Your lost parcel has turned up</b>
    Your withdrawal holds all the same: do not accept the parcel, or send it back to us.
return-push-arrived =
    <b>📦 Your parcel has arrived after all</b>
    Your withdrawal holds: please simply send it back.

# What somebody types that they need of a return under way.
return-help-label = 🏷 Here is your return label again: tap “🏷 Open return label”.
return-help-label-again = 🏷 Your return label is on its way to you once more.
return-help-label-none = For this return you need no label from us.
return-help-late = This can no longer be cancelled here. If you would rather keep the items, please ask our team right away.
return-help-which = <b>Which return is it about?</b>
