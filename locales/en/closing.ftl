# Closing a case: what it was, what was done. The families closing-cause- and closing-action- stand on buttons and cards.
closing-cause-ask =
    <b>Close case { $id }</b>
    What was the cause?
closing-action-ask =
    <b>Close case { $id }</b>
    What was done?
closing-words-ask =
    <b>Close case { $id }</b>
    Is there anything to keep for the team? Write it, or close without words.
closing-not-told = ⚠️ Nobody has written to the customer yet.
closing-close-button = ✅ Close without words

closing-cause-question = just a question
closing-cause-late = too late
closing-cause-lost = lost
closing-cause-damaged = damaged
closing-cause-wrong_item = wrong item
closing-cause-product = the product itself
closing-cause-address = address
closing-cause-courier = courier
closing-cause-payment = payment
closing-cause-returning = return
closing-cause-other = something else

closing-action-answered = answered
closing-action-found = parcel found
closing-action-resent = sent again
closing-action-replaced = replaced
closing-action-refunded = refunded
closing-action-goodwill = goodwill
closing-action-claimed = claimed from the carrier
closing-action-nothing = nothing needed
closing-action-other = something else
