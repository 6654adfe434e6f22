# Products and their facts.
product-title = <b>{ $name }</b>
product-price = <b>{ MONEY($price) }</b>
product-in-stock = In stock
product-few =
    { $count ->
        [one] Only one left in stock
       *[other] Only { $count } left in stock
    }
product-sold-out = Sold out at the moment
product-description = { $text }
product-fact = <b>{ $label }:</b> { $value }
product-sku = Item number: <code>{ $sku }</code>
product-withdrawal = Withdrawal: within { $days } days of receiving it, without a reason.
product-withdrawal-sealed = Withdrawal: within { $days } days of receiving it, as long as the seal is unbroken.
product-no-withdrawal = No withdrawal: { $reason }.
product-favour = Voluntarily we usually take it back until day { $days } after you have received it.
product-no-favour = Beyond that we do not take it back voluntarily.
product-no-favour-because = Beyond that we do not take it back voluntarily: { $reason }
product-defect = Faulty or wrong: we answer for that for { $months } months.
product-other-language = The shop tells this in another language: { $language }.
product-list = <b>Our products</b>
product-list-none = The shop has not listed any products here.
product-choose = <b>Which product do you mean?</b>
product-entry-button = { $name }
product-manual-button = Manual
product-pictures-button = Pictures
product-facts-button = All details
product-next-button = More ›
product-previous-button = ‹ Previous
product-unknown-toast = The shop does not list this item any more.

# A list of products, and what narrows it down.
product-found =
    { $count ->
        [one] <b>One product</b> for “{ $words }”
       *[other] <b>{ $count } products</b> for “{ $words }”
    }
product-near = “{ $words }”: we have not found exactly that. This comes closest:
product-not-found = We have found nothing for “{ $words }”.
product-none-fits = <b>Nothing fits this choice.</b>
product-only = Only: { $told }
product-search-hint = Just write what you are looking for.
product-refine-hint = One more word narrows it down.
product-ask-hint = Try other words. Our team helps you look, too.
product-category-button = Category
product-price-filter-button = Price
product-stock-button = ☐ In stock
product-stock-on-button = ☑ In stock
product-all-button = Show everything
product-category-choose = <b>Which category?</b>
product-any-category-button = All categories
product-price-choose = <b>Which price?</b>
product-any-price-button = Any price
product-price-below-button = below { MONEY($most) }
product-price-upto-button = up to { MONEY($most) }
product-price-between-button = { MONEY($least) } to { MONEY($most) }
product-price-above-button = from { MONEY($least) }
product-price-button = { MONEY($price) }
product-sold-out-button = sold out

# The wish to hear of a product that is sold out.
product-wish-button = 🔔 Tell me when it is back
product-unwish-button = 🔕 Do not tell me any more
product-wished = 🔔 We will tell you once, as soon as it is back. If it is not by { DATE($until) }, we will tell you that.
product-wish-which = Which product shall I tell you about? Write its name, or tap it.
product-wish-there = It is back already: you need not wait.
product-wished-toast = Noted: we will tell you.
product-unwished-toast = We will not tell you about it any more.
product-wishes-full-alert = You are waiting for as many products as we can remember. Please drop one under “My account” first.
product-back =
    <b>{ $name }</b> is back in stock.
    You asked us to tell you. It is not reserved.
product-wish-over = <b>{ $name }</b> is not back yet. Your request has run out; a tap on the product makes a new one.
product-wish-gone = <b>{ $name }</b> will not come back: the shop does not sell it any more. Your request is closed.
product-open-button = See the product
product-wishes-title =
    <b>What you are waiting for</b>
    Tap a product to drop your request.
product-wishes-none = You are not waiting for any product.
