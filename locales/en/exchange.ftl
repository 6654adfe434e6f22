# The exchange: which item, at which price, and who pays the difference.
return-instead = 🔁 In exchange: { $item }
return-instead-price = { $item } · { MONEY($total) }
return-wished-instead = Your wish in exchange: { $item }
return-difference-if = If the shop agrees:
return-difference-back = You get <b>{ MONEY($total) }</b> back.
return-difference-owed = You pay <b>{ MONEY($total) }</b> more.
return-difference-same = Same price: you pay nothing more.
return-difference-borne = You pay nothing more.
return-difference-fee = 🎁 Of the return costs we bear { MONEY($total) }.
return-difference-rest = We bear the difference of { MONEY($total) }.
return-difference-then = You pay this only when your return has been checked: { $shop } then sends you a payment request, and the new item once it is paid.
return-difference-now = { $shop } sends you a payment request for it, and the new item once it is paid.
return-with-fee = This includes { MONEY($total) } for the return
return-with-loss = This includes { MONEY($total) } for loss of value
return-topped = Paid by you on top: <b>{ MONEY($total) }</b>
return-waived = 🎁 We bear the return costs of { MONEY($total) }.
return-exchange-variants = <b>The same item, another version</b>
return-exchange-others = <b>Comparable items</b>
return-exchange-line = <b>{ $name }</b> · { MONEY($total) } · { $left }
return-short-back = { MONEY($total) } back
return-short-owed = { MONEY($total) } more
return-short-same = same price
return-short-borne = no extra charge
return-want-no-other = At the moment we have nothing suitable in stock to exchange it for.
return-want-no-same = We do not have the same item in stock at the moment. If you would rather wait for it, tell our team: “🙋 Human”.
return-price-changed = The item you wanted now costs more than you have just read. Nothing has been sent yet: please look at the new price.
return-left = You still get <b>{ MONEY($total) }</b> back.
return-tracking = 📦 Tracking number: <code>{ $number }</code>
return-next-owed = Everything has been checked. Only your payment is missing now.
return-push-owed = <b>💳 Please pay the difference</b>
return-push-topped = <b>✅ Thank you, your payment has arrived</b>
return-push-free = <b>🎁 You pay nothing more</b>
return-push-fee = <b>🎁 The return costs you nothing</b>
return-next-exchange = Everything has been checked. Next, your new item is sent.
return-next-rest = Your new item is on its way. The money that is left follows.
return-next-swapped = Your new item is on its way. It also stands on the order’s card.
return-push-swapped = <b>✅ Your new item is on its way</b>
return-push-unpaid = <b>💳 Your payment is still missing</b>
return-rather-ask =
    <b>For { $number } rather { MONEY($total) } back?</b>
    Then this is no longer kept for you:
return-rather-yes-button = 💶 Yes, the money
return-rather-late-alert = This is no longer possible: your new item is on its way, or has been paid for.

# For the team.
rma-waived = 🎁 Return costs of { MONEY($total) } waived
rma-topped = 💳 Paid on top: { MONEY($total) }
rma-exchange-owed = 💳 The person pays { MONEY($total) } on top before the other item leaves.
rma-exchange-same = Same price: nobody pays anything on top.
rma-difference-unpaid-alert = The difference has not been paid yet. Only then does the other item leave.
rma-topup-button = 💳 { MONEY($total) } are paid …
rma-free-button = 🎁 Waive the difference ({ MONEY($total) })
rma-free-toast = Waived: the person pays nothing on top and knows it.
rma-did-topped = 💳 difference paid
rma-did-free = 🎁 difference waived
rma-next-customer_pays = waiting for the payment
rma-how-paid-alert = Please write how the money came.
rma-topup-ask =
    <b>Have { MONEY($total) } been paid on top for { $number }?</b>
    Write how the money came, for example: bank transfer of 17 Nov. The person is told that their payment has arrived.
rma-ship-ask =
    <b>How does the item for { $number } leave?</b>
    Write the tracking number. The person gets it with the message.
rma-ship-wrong = This is no tracking number.
rma-ship-without-button = 📦 Sent without a number
call-hand-exchange-payment-due = 🛠 Please do in the shop's system: ask the person to pay { MONEY($total) } (order { $order }, return { $number }). Once it is paid, enter it here; then the other item leaves.
call-hand-exchange-waived = ✔️ Please ask for it no more: the { MONEY($total) } for order { $order } are waived (return { $number }).
call-hand-exchange-paid = ✔️ Please ask for it no more: the { MONEY($total) } for order { $order } are paid (return { $number }).
rma-settle-article-button = 📦 Send the item or { MONEY($total) } …
rma-did-money = 💶 rather the money
call-difference-unpaid = 💳 { $number }: for two weeks { MONEY($total) } for the other item have not been paid. It is still kept for them. Please ask, waive the difference, or refund.
return-push-sold_out = <b>⚠️ Your replacement is sold out for now</b>
return-instead-gone =
    { $money ->
        [yes] ⚠️ Sold out for now. Our team knows. You can wait, or take the money for it on the card of this return.
       *[no] ⚠️ Sold out for now. Our team knows and looks for another way.
    }
return-next-sold-out = Everything has been checked. As soon as the item is there again, it is sent.
