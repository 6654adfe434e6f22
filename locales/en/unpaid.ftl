# Not paid (in full) yet: what goes back then.
return-unpaid = Nothing has been paid so far, so there is nothing to pay back: you no longer have to pay for these items. Should money of yours still arrive for them, you get it back.
return-unpaid-wished = Nothing has been paid so far. If we take the items back, you no longer have to pay for them.
return-reserved = Your money is only reserved so far, nothing was charged: nothing will be charged for these items, so there is nothing to pay back. Should it be charged after all, you get it back.
return-reserved-wished = Your money is only reserved so far, nothing was charged. If we take the items back, nothing will be charged for them.
return-off-bill = The order is not paid in full yet, so nothing is paid out: your open bill gets smaller by <b>{ MONEY($total) }</b>.
return-off-bill-wished = The order is not paid in full yet. If we take the items back, your open bill gets smaller by <b>{ MONEY($total) }</b>.
return-of-owed = Taken off: { MONEY($total) } not paid yet
return-difference-bill = Your open bill gets smaller by <b>{ MONEY($total) }</b>.
return-push-offbill = <b>✅ Your return is done</b>
return-push-came = <b>💶 Your payment has arrived after all</b>

# For the staff.
rma-unpaid = ⚠️ Nothing paid yet: nothing to refund, reduce the bill
rma-reserved = 🔒 Only authorised, not captured: void it instead of refunding
rma-owed = ⚠️ Not paid in full: take { MONEY($total) } off the open bill
rma-settle-none-button = ✅ Close without a refund
rma-settle-send-button = 📦 Send the item …
rma-settle-owed =
    <b>Close { $number } without a refund</b>
    Nothing of it was paid. One tap closes the return; please reduce the open bill by { MONEY($total) }.
rma-did-came = 💶 money came afterwards
call-came = 💶 Money has come in for { $number } after all: { MONEY($total) } are to be refunded, and the period runs from the declaration.
