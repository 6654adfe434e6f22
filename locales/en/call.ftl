# What the shop has to do in its own system: by hand, or because its system has not taken it.
call-hand-return-cancelled = 🛠 Please do in the shop's system: take return { $number } for order { $order } back.
call-hand-return-checked = 🛠 Please do in the shop's system: put the accepted items of return { $number } back into stock, as far as they can be sold again.
call-hand-return-refund = 🛠 Please do in the shop's system: refund { MONEY($total) } for order { $order } (return { $number }).
call-hand-return-credit = 🛠 Please do in the shop's system: issue store credit of { MONEY($total) } for order { $order } (return { $number }).
call-hand-return-exchange = 🛠 Please enter in the shop's system: what was wanted instead for order { $order } has been sent (return { $number }).
call-hand-return-replacement = 🛠 Please enter in the shop's system: the items of return { $number } have been sent once more (order { $order }).
call-hand-return-sent-back = 🛠 Please do: send the items of return { $number } back to the customer.
call-given-up = ⚠️ The shop's system has not taken “{ $topic }” ({ $why }). Please do it by hand. Key: { $key }
call-platform-declined = ⚠️ The shop's platform says: declined. Here { $number } goes on; please sort it out.
call-platform-unpaid = ⚠️ The shop's platform has closed { $number } and told of no refund. Please look into it.
call-label-late = 📦 A parcel of { $number } is on its way although that return is over. Please sort it out.
call-label-trouble = ⚠️ The return parcel of { $number } is in trouble at the carrier. Please ask there.
call-label-unused = ⚠️ { $number } is paid, but nobody has sent the items back; the label has expired. Please ask.
call-platform-cancelled = ⚠️ The shop's platform says that { $number } is cancelled, although it is a withdrawal or money has gone out. Please sort it out.
call-clock-red = ⏰ { $number }: the money has to go back by { DAY($day) }. Please pay it out.
call-platform-overpaid = ⚠️ The shop's platform has refunded more for { $number } than was due. Please check.
call-platform-refund-deleted = ⚠️ The shop's platform has deleted the refund of { $total } for { $number }. Please check whether the customer gets the money.
call-platform-less = ⚠️ The shop's platform has taken pieces out of { $number }, which goes on here as it was declared, sent or paid. Please sort it out.
call-label-missing =
    { $weeks ->
        [one] ⚠️ { $number } has waited a week for its return label.
       *[other] ⚠️ { $number } has waited { NUMBER($weeks) } weeks for its return label.
    } Please send it, or let the person send without one.
call-unsent = 📮 { $number }: nothing was sent by { DAY($day) }. The withdrawal still counts; please ask the person.
call-unsent-claim = 📮 { $number }: nothing was sent by { DAY($day) }. The claim for the defect stays open; please ask the person.
call-not-arrived = 🔎 The parcel for { $number } has been on its way for two weeks and has not arrived. Please look for it.
call-clock-over = ⏰ { $number }: the 14 days for the money ended on { DAY($day) }. Please pay at once.
call-platform-reopened = ⚠️ The shop's platform has opened { $number } again that it had called off; here the pieces are in another return. Please sort it out.
call-parcel-left = 📦 { $number } is approved now, but the parcel with { $other } has left already. Please look whether it is in there; else it needs a label.
call-overtakes = ↩️ { $number } is a withdrawal and takes the place of the request { $other }, of which nothing is on its way yet.
call-cancel-left = 🚚 { $number } was cancelled, but the parcel has left. It is a withdrawal now: the goods come back.
call-cancel-may-have-left = 🚚 { $number } is cancelled, and a parcel of the order has left. Please look whether the items are in it.
call-erased = 🔒 The person behind { $number } has been erased. What is owed to them is still owed; you cannot write to them here any more.
call-hand-return-changed = 🛠 Please do in the shop's system: take the items out of return { $number } for order { $order } that are no longer in it.
call-overtaken = withdrawal in its place
call-late-rest = 📦 { $number }: the parcel with the return label has come only after it was settled. The rest may be in it; please look and book it.
call-parcel-stuck = 📦 { $number }: the order was withdrawn from. The parcel need not be delivered any more; please let it come back. { $reason }
call-never-comes = 📭 { $number }: after the withdrawal the parcel got lost or came back to us. Nothing comes back; the money is due without waiting.
call-lost-may-be-found = 📦 { $number }: the parcel is lost, and another one of the order is on its way. Please look whether the items are in it.
call-lost-found = 📦 { $number }: the lost parcel has turned up. The items come back; please send a return label.
call-sold-out = ⚠️ { $number }: what the person is to get is sold out. They know. Please order more of it, or settle what else is possible.
