# Reviews of products: stars, words, and what becomes of them.
review-products-button = ⭐ Review items
review-list-title = What would you like to review?
review-list-none = You can review what you have bought from us and received. We find nothing like that here yet.
review-title = <b>{ $product }</b>
review-ask = How many stars do you give? One tap is enough.
review-terms = The stars count at once, few or many. Our team reads words and pictures before they stand at the product, without your name. You can change or delete everything at any time.
review-points =
    { $count ->
        [one] The first review of this product brings one point, for one star just as for five. If it is deleted within 30 days, the point goes again.
       *[other] The first review of this product brings { NUMBER($count) } points, as many for one star as for five. If it is deleted within 30 days, they go again.
    }
review-points-given =
    { $count ->
        [one] You got one point for it.
       *[other] You got { NUMBER($count) } points for it.
    }
review-points-pending =
    { $count ->
        [one] You get one point for it; it counts from { DATE($day) }.
       *[other] You get { NUMBER($count) } points for it; they count from { DATE($day) }.
    }
review-invite = <b>How do you like “{ $product }”?</b>
review-invite-hint = One tap is your review; you can add words and a picture after it. It stands at the product without your name and counts, whether few stars or many.
review-not-bought = Only those who bought this product from us and received it can review it.
review-not-bought-alert = Only those who bought this product from us and received it can review it.
review-stars-first = Please give stars first, then gladly words with them.
review-own = Your review: { $stars }
review-own-counted = It counts. You can add words or a picture.
review-own-waiting = The stars count. Our team is reading your words.
review-own-shown = It stands at the product.
review-own-declined = The stars count. We do not show your words, reason: { $why }. You can change them and we read them again.
review-own-fake = We neither show nor count it, reason: { $why }. You can change it and we read it again.
review-write-button = ✏️ Add words or a picture
review-rewrite-button = ✏️ Change the words
review-remove-button = 🗑 Delete the review
review-remove-ask = Shall your review be deleted, with stars, words and picture?
review-remove-yes-button = Yes, delete
review-removed-toast = Deleted.
review-rated-toast = Thank you! Your stars count.
review-write-ask = What should others know about the product? Write it in one message, with a picture if you like. It is shown without your name; please write nothing private in it.
review-too-long = That is a little too long: { $most } characters at most, please.
review-open-button = See my review
review-told-shown = Your review { $stars } of “{ $product }” now stands at the product. Thank you!
review-told-declined = We do not show the words of your review { $stars } of “{ $product }”. Reason: { $why }. Your stars count all the same. You can change the words and we read them again.
review-told-fake = We neither show nor count your review { $stars } of “{ $product }”. Reason: { $why }. You can change it and we read it again; our team answers your questions here.

# At the product.
review-mean =
    { $count ->
        [one] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> of 5 · one review
       *[other] ⭐ <b>{ NUMBER($mean, minimumFractionDigits: 1) }</b> of 5 · { $count } reviews
    }
review-line = { $stars } “{ $words }”
review-read-button = Read reviews ({ $reviews })
review-rate-button = ⭐ Review it
review-verified-button = How are they verified?
review-product-button = To the product
review-verified-alert = Only those whose order shows that they bought and received the product can review it. All stars count, good and bad. Our team reads words first; few stars are no reason to decline them.
review-one = { $stars } · { DATE($day) }
review-quote = <blockquote>{ $words }</blockquote>
review-verified = ✓ Verified purchase
review-verified-day = ✓ Verified purchase, delivered on { DATE($day) }
review-returned = ↩ Sent back since
review-none = No words about this product yet.

# For the team.
review-card-title = 📝 <b>Review of “{ $product }”</b> { $stars }
review-card-rule = Verified purchase. The stars count already; this is only about words and picture. Few stars are no reason.
review-card-shown = ✅ { $name } shows it, { DATETIME($at) }.
review-card-declined = 🚫 { $name } does not show it ({ $why }), { DATETIME($at) }. The customer knows the reason.
review-approve-button = ✅ Show
review-decline-button = 🚫 Do not show …
review-why-insult = Insult
review-why-private = Private data
review-why-unlawful = Unlawful content
review-why-adverts = Advertising
review-why-offtopic = Not about the product
review-why-fake = No real experience
review-moved-on-alert = This has been decided already, or the review was changed.
review-shown-toast = It stands at the product.
review-declined-toast = Not shown; the reason has been told.
