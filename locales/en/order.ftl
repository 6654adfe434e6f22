# The card of one order.
order-title = <b>Order { $number }</b>
order-state = <b>{ $state }</b>
order-untold = Your order is in. The shop has not told us yet how far it is; as soon as it does, you will see it here.
order-placed = Ordered on { DATE($day) }
order-expected = Expected: <b>{ DAY($day) }</b>
order-expected-window = Expected: <b>{ DAY($day) }</b>, { TIME($start) } to { TIME($end) }
order-late = It was expected on { DAY($day) } and is late. We are sorry for the wait.
order-delivered-at = Delivered on { DAY($at) } at { TIME($at) }
order-collected = ✅ Collected
order-collected-at = Collected on { DAY($at) } at { TIME($at) }
order-items = <b>Items</b>
order-item = { NUMBER($quantity) } × { $name }
order-item-variant = { NUMBER($quantity) } × { $name } ({ $variant })
order-item-price = { $line } – { MONEY($price) } each
order-item-refunded = { $line } ({ NUMBER($count) } refunded)
order-items-more =
    { $count ->
        [one] … and one more item
       *[other] … and { $count } more items
    }
order-items-unknown = The shop has not told us which items are in this order.
order-total = <b>Total: { MONEY($total) }</b>
order-shipping = Delivery: { MONEY($total) }
order-discount = Discount: −{ MONEY($total) }
order-tax = Including tax: { MONEY($total) }
order-total-unknown = The total is not known.
order-original = Originally: { MONEY($total) }
order-refunded = Refunded: <b>{ MONEY($total) }</b> on { DATE($day) }
order-refunded-some = Refund on { DATE($day) }; the shop has not told us the amount.
order-refunded-all = Refunded in all: { MONEY($total) }
order-return-requested = Return requested, not decided yet (as of { DATE($day) })
order-return-approved = Return open: accepted, not completed yet (as of { DATE($day) })
order-return-rejected = Return not accepted, { DATE($day) }
order-return-cancelled = Return cancelled, { DATE($day) }
order-return-closed = Return completed, { DATE($day) }
order-payment = Payment method: { $method }
order-address = Delivery address: { $address }
order-split =
    { $count ->
        [one] This order comes in one parcel:
       *[other] This order comes in { $count } parcels:
    }
order-partly = <b>✅ { NUMBER($arrived) } of { NUMBER($count) } parcels delivered</b>
order-partly-expected =
    { $count ->
        [one] The other parcel: expected <b>{ DAY($day) }</b>
       *[other] The other parcels: expected by <b>{ DAY($day) }</b>
    }
order-parcel = <b>Parcel { NUMBER($position) } of { NUMBER($count) }: { $state }</b>
order-parcels-more =
    { $count ->
        [one] … and one more parcel
       *[other] … and { $count } more parcels
    }
order-parcel-contents = Contains { $contents }
order-content = { NUMBER($quantity) } × { $name }
order-carrier = Carrier: { $carrier }
order-tracking = Tracking number: <code>{ $number }</code>
order-no-parcel = No parcel has been handed to a carrier yet.

order-timeline-button = Tracking history
order-items-button = Items and prices
order-card-button = ‹ Order
order-refresh-button = Refresh
order-track-button = Track parcel
order-track-parcel-button = Track parcel { NUMBER($position) }
order-copy-button = Copy number
order-copy-parcel-button = Copy number { NUMBER($position) }
order-product-button = { $name }
order-refreshed-toast = Refreshed.
order-missing-arrived = The carrier reports the parcel as <b>delivered</b>. If it is not there, tap the button: we will look for it together, and if it is nowhere, our team takes care of it.
order-missing-coming = The parcel is <b>not reported as delivered</b> yet. This is how far it is:
order-missing-parcel-button = I don’t have parcel { NUMBER($position) }
order-given-exchange = 🔁 Received in exchange: { $item } ({ $number })
order-given-replacement = 🔁 Received as a replacement: { $item } ({ $number })
order-declared-stopped-all = ✖️ <b>Withdrawn on { DATE($day) }.</b> Nothing more will come, and you need not do anything.
order-declared-coming-all = ↩️ <b>Withdrawn on { DATE($day) }.</b> Please do not accept the parcel; if you have it already, send it back.
order-declared-back-all = ↩️ <b>Withdrawn on { DATE($day) }.</b> The parcel is already on its way back to us; you need not do anything.
order-declared-lost-all = ↩️ <b>Withdrawn on { DATE($day) }.</b> The parcel never arrived; you need not send anything back.
order-declared-here-all = ↩️ <b>Withdrawn on { DATE($day) }.</b> The withdrawal below tells what happens next.
order-declared-done-all = ✅ <b>Withdrawn on { DATE($day) }.</b> That is settled.
order-declared-part = ↩️ Withdrawn on { DATE($day) }: { $items }.
order-declared-stopped = That will not come any more.
order-declared-coming = Please do not accept it.
order-declared-back = That is already on its way back to us.
order-declared-lost = That never arrived.
order-declared-here = The withdrawal below tells what happens next.
order-declared-done = That is settled.
