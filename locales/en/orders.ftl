# The list of orders.
orders-title =
    { $total ->
        [one] <b>My orders</b> · one order
       *[other] <b>My orders</b> · { $total } orders
    }
orders-none = No orders are noted for your account.
orders-page = Page { $page } of { $pages }. Open orders come first, then the newest.
orders-choose = <b>Which order do you mean?</b>
orders-all-delivered = You have no open order at the moment. Here are your latest ones:
orders-entry-button = { $number } · { $state }
orders-entry-partly = ✅ { NUMBER($arrived) } of { NUMBER($count) } parcels delivered
orders-entry-withdrawn = ↩️ Withdrawn
orders-entry-part = { $state }, partly ↩️
orders-entry-late-button = { $number } · late · { $state }
orders-newer-button = ‹ Newer
orders-older-button = Older ›
