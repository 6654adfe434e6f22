# What customers tap, and what staff see while they write a campaign.
offer-gone-toast = This offer is gone.
offer-product-gone-alert = This product is gone.
offer-survey-gone-alert = This survey is not possible at the moment.
offer-stopped-toast = You will get no more offers.
offer-stopped-before-toast = You already get no more offers.
offer-stopped =
    🔕 You will get no more offers, in none of your chats, not even those that were already on their way to you.
    Messages about your orders keep coming. If you change your mind, switch offers on again in your consents.
offer-preview-stop-alert = This is a preview. For customers, this button ends all offers at once.
offer-open-button = 📣 Offers
offer-list-title = <b>Offers</b>
offer-list-none = Nothing here yet.
offer-list-shown = Shown: { $which }. Tap a sign below to see that status only.
offer-untitled-button = untitled
offer-new-button = ➕ New offer
offer-status-all = all
offer-status-draft = draft
offer-status-scheduled = scheduled
offer-status-running = running
offer-status-paused = paused
offer-status-finished = finished
offer-status-cancelled = cancelled
offer-kind-ask = Where shall it go?
offer-kind-customers-button = 👥 To customers
offer-kind-channel-button = 📣 To the channel
offer-title-ask = What is it called? Only the team sees the title.
offer-head = <b>{ $title }</b> (no. { $id })
offer-head-status = Status: { $status }
offer-head-channel = 📣 Post of the channel
offer-head-approved = ✅ Approved by somebody else
offer-has-texts = Texts: { $texts }
offer-has-media = Pictures and videos: { $count }
offer-has-buttons = Buttons: { $buttons }
offer-has-no-label = Without our line “Advertisement”; the text says so itself.
offer-has-once = Nobody gets it twice; in return, if sending breaks off, a few may not get it.
offer-has-no-sound = Arrives silently.
offer-has-pin = Will be pinned on top.
offer-for = For:
offer-texts-button = 📝 Texts
offer-media-button = 🖼 Pictures
offer-buttons-button = 🔘 Buttons
offer-price-button = 🏷 Price cut
offer-audience-button = 👥 Recipients
offer-time-button = ⏰ Time
offer-preview-button = 👁 Preview
offer-check-button = ✅ Check and send
offer-run-button = 📊 Progress
offer-rename-button = ✏️ Title
offer-copy-button = 📄 Copy
offer-drop-button = 🗑 Drop
offer-drop-ask = Really drop “{ $title }”? It will then not be sent and cannot be edited any more.
offer-drop-sure-button = 🗑 Yes, drop it
offer-edit-button = ✏️ Edit
offer-text-ask = Write the text in { $language }, formatted as it is to look. At most { $most } characters with what the bot adds.
offer-text-labelled = Above it stands “Advertisement by …”.
offer-text-unlabelled = The text itself must say in its first line that it is advertising.
offer-text-stop = Below it stands the button to unsubscribe.
offer-text-posted = 📣 The post is in the channel already: what you write replaces it there at once.
offer-text-left-out = There is nothing in { $language } in the post yet. Without a text this language is left out.
offer-text-so-far = This is how it stands now ({ $length } of { $most } characters):
offer-text-undecided = There is no text in { $language } yet. Please write it, or choose below what happens without it.
offer-text-falls-back = Without a text in { $language } these people get it in { $other }.
offer-text-held = Without a text in { $language } these people get nothing.
offer-text-too-long = That is too long: { $length } of { $most } characters, { $over } too many. What stood there before still holds.
offer-text-remove-button = 🗑 Remove { $language }
offer-missing-hold-button = Missing language: do not send
offer-missing-fallback-button = Missing language: use another
offer-label-off-button = Without “Advertisement”
offer-label-on-button = With “Advertisement”
offer-sound-off-button = 🔕 Silent
offer-sound-on-button = 🔔 With sound
offer-pin-on-button = 📌 Pin it
offer-pin-off-button = 📌 Do not pin it
offer-media-ask = Send a picture, a video or an album, at most { $most } parts.
offer-media-none = Nothing yet: only the text will be sent.
offer-media-one = One part: the text stands below it and then has at most 1024 characters.
offer-media-album = { $count } parts: they go out as one album, the text with the buttons follows.
offer-media-posted = 📣 The post is in the channel already. Send a picture or a video: it replaces the old one there at once.
offer-media-other = That is not possible here. Please send a photo or a video (not as a file).
offer-media-too-many = No more than { $most } fit into an album. This one was not taken.
offer-media-text-too-long = Below a single picture there is room for { $most } characters only; too long is the text in: { $languages }. The picture was not taken.
offer-media-remove-button = 🗑 { $sign } { $number }
offer-media-remove-all-button = 🗑 Remove all
offer-buttons-list = Buttons below the text: { $count } of at most { $most }.
offer-buttons-stop = The button to unsubscribe is added by itself.
offer-buttons-private = A product and a survey open in the reader’s own chat with the bot.
offer-buttons-enough = More than { $most } buttons are not possible.
offer-button-add-button = ➕ Button
offer-button-kind-ask = What shall the button do?
offer-kind-link-button = 🔗 Link
offer-kind-coupon-button = 🎟 Coupon code
offer-kind-product-button = 📦 Product
offer-kind-survey-button = 📝 Survey
offer-link-ask = Write the address with https://.
offer-link-unread = That is no address with https://. Please write the whole of it, without blanks.
offer-coupon-ask = Write the coupon code. A tap on the button copies it.
offer-coupon-unread = A code is one line of at most { $most } characters.
offer-product-ask = Write which product it is, then tap it.
offer-product-none = No product was found for that.
offer-survey-ask = Which survey shall begin?
offer-usual-link-button = See the offer
offer-usual-coupon-button = Copy the code
offer-usual-product-button = See the product
offer-usual-survey-button = Start the survey
offer-button-link = { $sign } Link: { $target }
offer-button-coupon = { $sign } Code: { $target }
offer-button-product = { $sign } Product: { $target }
offer-button-survey = { $sign } Survey: { $target }
offer-button-product-gone = ⚠️ This product is gone.
offer-button-label = { $language }: { $label }
offer-button-ask = Write the label in { $language }, at most { $most } characters.
offer-label-too-long = A label is one line of at most { $most } characters.
offer-button-gone = This button is gone.
offer-button-remove-button = 🗑 Remove the button
offer-button-done-button = ✓ Done
offer-price-ask = Is a price cut? Write the new price and the lowest of the last 30 days, for instance <code>19.90 24.90</code>. The law wants that (§ 11 PAngV).
offer-price-none = Nothing said yet.
offer-price-is = { MONEY($price) }, lowest price of the last 30 days: { MONEY($lowest) }
offer-price-without = { MONEY($price) }; the lowest price of the last 30 days is still missing.
offer-price-uncut = No price is cut.
offer-price-uncut-button = No price is cut
offer-price-none-button = 🗑 Remove this
offer-price-unread = Please write one or two sums, for instance 19.90 24.90.
offer-price-no-reduction = The new price must be below the lowest of the last 30 days.
offer-time-ask = When shall it begin, and until when may it arrive?
offer-time-now = In the shop it is { $now } now ({ $zone }).
offer-when-now = Begins: as soon as it is started
offer-when-at = Begins: { DATETIME($at) } ({ $zone })
offer-when-local = Begins: { DAY($day) }, { $time } by everybody’s own clock
offer-expires-at = Not any more after: { DATETIME($at) }
offer-expires-week = Not any more after: seven days from the start
offer-expires-never = Stays in the channel
offer-moment = { DATETIME($at) }
offer-when-now-button = At once
offer-when-at-button = At a time
offer-when-local-button = 🌍 At each recipient’s local time
offer-expiry-button = ⌛ Until when
offer-at-ask = When shall it begin ({ $zone })? For instance <code>{ $example }</code>
offer-local-ask = On which day and at what hour shall everybody get it by their own clock? For instance <code>{ $example }</code>
offer-expiry-ask = Until when may it arrive ({ $zone })? For instance <code>{ $example }</code>
offer-expiry-none-button = Seven days from the start
offer-once-is-off = Nobody is left out. If the bot is cut off while sending, { $count ->
    [one] one person
   *[other] up to { $count } people
} may get it twice.
offer-once-is-on = Nobody gets it twice. If the bot is cut off while sending, { $count ->
    [one] one person
   *[other] up to { $count } people
} may not get it at all; the results count them.
offer-once-on-button = 1️⃣ Never twice
offer-once-off-button = 👥 Leave nobody out
offer-time-unread = That is no time. Please write it like this: 24.12.2026 9:30
offer-time-past = This time is past.
offer-time-past-local = For everybody who would get it this hour has passed. Please choose a later one.
offer-audience-ask = Choose whom it is for. Always added: only who has agreed and can be reached.
offer-segment-everybody = Everybody who has agreed
offer-segment-languages = Language: { $which }
offer-segment-countries = Country: { $which }
offer-segment-bought = Bought: { $which }
offer-segment-within = { $days ->
    [one] Last order less than one day ago
   *[other] Last order less than { $days } days ago
 }
offer-segment-not-for = { $days ->
    [one] Last order at least one day ago
   *[other] Last order at least { $days } days ago
 }
offer-segment-nps = Recommendation: { $which }
offer-segment-points-from = { $count ->
    [one] At least one point
   *[other] At least { $count } points
 }
offer-segment-points-to = { $count ->
    [one] At most one point
   *[other] At most { $count } points
 }
offer-segment-reacted = Tapped in: { $which }
offer-segment-voices = Complained, and not told yet: { $which }
offer-segment-anniversary = Anniversary of the first order: { $which }
offer-audience-total = { $count ->
    [one] <b>One person</b> gets it.
   *[other] <b>{ $count } people</b> get it.
 }
offer-audience-frozen = 👥 Audience: { $count }
offer-audience-languages = Languages: { $which }
offer-audience-countries = Countries: { $which }
offer-country-unknown-button = unknown
offer-reason = • { $count }: { $why }
offer-by-language-button = 🗣 Language
offer-by-language-ask = Tap the languages. Without a mark it is all of them.
offer-by-country-button = 🌍 Country
offer-by-country-ask = Tap the countries, or write them: DE, France
offer-by-category-button = 🗂 Category
offer-by-category-ask = Who has bought something of these categories:
offer-by-product-button = 📦 Product
offer-by-product-ask = Who has bought one of these products. Write what to look for, then tap it.
offer-by-days-button = 🛒 Last order
offer-by-days-ask = How many days ago was the last order? <code>90</code> means at least 90, <code>&lt;30</code> less than 30, <code>30-90</code> in between.
offer-by-points-button = ⭐ Points
offer-by-points-ask = How many points? <code>100</code> means at least 100, <code>&lt;50</code> at most 50, <code>50-100</code> in between.
offer-by-nps-button = 👍 Recommendation
offer-by-nps-ask = What they last answered when asked whether they would recommend the shop:
offer-by-reacted-button = 👆 Has reacted
offer-by-reacted-ask = Who has tapped in one of these offers:
offer-by-anniversary-button = 🎂 Anniversary
offer-by-anniversary-ask = At what time of the year was the first order, in an earlier year? Tap a month, or write days: <code>24.12.</code> or <code>1.12.-24.12.</code>
offer-year-days-unread = Please write day and month, such as 24.12. or 1.12.-24.12., at most { $most } days.
offer-nps-promoter-button = Promoters (9, 10)
offer-nps-passive-button = Passives (7, 8)
offer-nps-detractor-button = Detractors (0 to 6)
offer-clear-button = 🗑 Without this condition
offer-everybody-button = 👥 Everybody again
offer-countries-unread = One of these is no country. Please write, for instance: DE, France
offer-days-unread = Please write 90, &lt;30 or 30-90.
offer-points-unread = Please write 100, &lt;50 or 50-100.
offer-preview-ask = Tap a language: the offer comes exactly as customers will get it.
offer-preview-languages = { $which }
offer-preview-refused = Telegram does not take it like this: { $why }
offer-test-button = 📨 Test to me ({ $language })
offer-test-toast = The test is on its way.
offer-check-fine = Nothing to find fault with.
offer-check-blocked = <b>It cannot go out like this yet:</b>
offer-check-open = <b>It can go out.</b>
offer-check-duration = Takes about { $span } when nothing is in the way
offer-start-button = { $count ->
    [one] ▶️ Send to one person now
   *[other] ▶️ Send to { $count } people now
 }
offer-post-button = ▶️ Publish now
offer-schedule-button = ⏰ Schedule it
offer-ask-button = 🙋 Ask for approval
offer-asked-toast = { $count ->
    [one] One person was asked.
   *[other] { $count } people were asked.
 }
offer-nobody-alert = Only somebody who has written none of it may approve, and there is nobody. An owner can enter somebody for marketing.
offer-approve-button = ✅ Approve
offer-approved-toast = Approved, exactly as it stands now.
offer-approval-ask = 🙋 <b>{ $title }</b> (no. { $id }) is to go out and needs your approval.
offer-approval-author = Written by { $name }.
offer-approval-hint = Look at it before you approve it. Whatever is changed afterwards has to be approved anew.
offer-approved-by-you = ✅ You have approved “{ $title }” (no. { $id }).
offer-approved-told = ✅ { $name } has approved “{ $title }”. You can start it now.
offer-approved-goes-on = ✅ { $name } has approved “{ $title }”. It sends itself again from the next time on.
offer-look-button = 👁 Look at it
offer-progress-title = <b>{ $title }</b> · { $status }
offer-progress = { $bar } { $percent } % ({ $done } of { $total })
offer-progress-errors = ⚠️ Paused by itself: too much went wrong.
offer-progress-left = About { $span } to go
offer-progress-freezing = Who gets it is still being written down; it begins in a moment.
offer-progress-begins = It has only just begun.
offer-progress-waits = It is sent as soon as the hour and the contact budget of each recipient allow it.
offer-pause-button = ⏸ Pause
offer-resume-button = ▶️ Go on
offer-cancel-button = 🚫 Cancel
offer-cancel-ask = Really cancel “{ $title }”? Whoever has not got it yet will not get it.
offer-cancel-sure-button = 🚫 Yes, cancel
offer-keep-button = No, keep going
offer-kept-told = “{ $title }” goes on.
offer-cancelled-told = 🚫 “{ $title }” is cancelled.
offer-done-pause-toast = Paused.
offer-done-resume-toast = It goes on.
offer-done-sure-toast = Cancelled.
offer-unschedule-button = ✏️ Take the schedule back
offer-late-title = ⏰ <b>{ $title }</b> (no. { $id }) was not sent.
offer-late-since = Held back. It was to begin on { DATETIME($at) }; the bot was not working then.
offer-late-held = Held back. It was to begin on { DATETIME($at) }.
offer-late-crowd = It has come to reach so many people since that somebody else has to approve it. Everybody who can has been asked; after that you can send it.
offer-late-late = Meanwhile it is too late to begin unasked.
offer-late-rest = Now is a time at which advertising is to disturb nobody.
offer-late-expired = Meanwhile its last day is over, so that it needs a new one.
offer-late-hint = Nothing is lost, and nobody has got any of it yet. What shall happen with it?
offer-late-now-button = ▶️ Send it now
offer-late-time-button = ⏰ New time
offer-late-started-told = ▶️ “{ $title }” is being sent now.
offer-late-draft-told = ✏️ “{ $title }” is a draft again. Give it a new time, then check and schedule it.
offer-kept-held-told = “{ $title }” stays held back.
offer-done-now-toast = It begins.
offer-done-time-toast = Please choose a new time.
offer-correct-button = ✏️ Change it in the channel
offer-correct-ask = What you change here changes in the channel at once, too.
offer-posted = 📣 In the channel since { DATETIME($at) }
offer-posted-waits = ⏳ Not in the channel yet: { $why }
offer-posted-soon = it goes out in a moment
offer-posted-pinned = 📌 Pinned at the top
offer-posted-clicks = 👆 Taps: { $count }
offer-end-button = ⌛ End it
offer-end-ask = End “{ $title }” in the channel? It then says that it is over, its buttons disappear, and it is not pinned any more.
offer-end-sure-button = ⌛ Yes, end it
offer-refresh-button = 🔄 Refresh
offer-follow-button = 📡 Follow it live
offer-follow-toast = The card is below and keeps itself up to date.
offer-followed-before-alert = The card is in this chat already and keeps itself up to date there.
offer-result-delivered = ✉️ Delivered: { $count } of { $audience }
offer-result-waiting = ⏳ Not sent yet: { $count }
offer-result-kept = ⏳ Held back for now: { $count }
offer-result-about-kept = ⏳ Held back for now: about { $count }
offer-result-withheld = ✋ Withheld: { $count }
offer-result-failed = ⚠️ Did not arrive: { $count }
offer-result-left-out = ➖ Not in the audience: { $count }
offer-result-clicked = 👆 Have tapped: { $count }
offer-result-tapped = { $people ->
    [one] { $name }: one person, { $times }×
   *[other] { $name }: { $people } people, { $times }×
 }
offer-result-unsubscribed = 🔕 Have unsubscribed: { $count }
offer-result-orders = { $count ->
    [one] 🛒 One order for { MONEY($value) } within { $days } days after it
   *[other] 🛒 { $count } orders for { MONEY($value) } within { $days } days after it
 }
offer-result-safe = Lost: { $lost } · possibly twice: { $doubles }
offer-auto-list-button = 🔁 Automatic
offer-auto-button = 🔁 Send automatically
offer-auto-winback-button = We miss you
offer-auto-anniversary-button = Anniversary
offer-auto-coupon-button = Coupon after a purchase
offer-auto-goes_well-button = Goes well with it
offer-auto-title = <b>What sends itself</b>
offer-auto-after = { $days ->
    [one] <b>{ $name }</b>: one day after the last order
   *[other] <b>{ $name }</b>: { $days } days after the last order
 }
offer-auto-yearly = <b>{ $name }</b>: on the anniversary of the first order
offer-auto-off = Off
offer-auto-on = On with “{ $title }”, next on { DATETIME($at) }
offer-auto-on-now = On with “{ $title }”, about to send for today
offer-auto-how = To switch it on: write an offer, “Check and send”, then “Send automatically”.
offer-auto-held = ⏸ <b>Nothing goes out at the moment:</b>
offer-auto-figures =
    In the last { $days } days: sends { $sends }, recipients { $people }
    ✉️ Delivered: { $delivered } · ⏳ Still waiting: { $waiting }
    👆 Have tapped: { $clicked } · 🔕 Unsubscribed: { $unsubscribed }
offer-auto-kind-ask = On which occasion shall this offer go out by itself?
offer-auto-reach = People it reaches in the course of time, at most: { $count }; today it would be { $today }. Always: only who has agreed, once an occasion, within quiet hours and contact budget.
offer-auto-instead = It replaces “{ $title }”.
offer-auto-hour = It sends daily at 10:00; time and end of the draft do not count for that.
offer-auto-days-ask = Another number of days? Just write it. It sends daily at 10:00; time and end of the draft do not count for that.
offer-auto-days-unread = Please write a number from 1 to { $most }.
offer-auto-on-button = 🟢 Switch on
offer-auto-off-button = ⏹ Switch off
offer-auto-again-button = 🟢 Switch on again
offer-auto-draft-button = ✏️ The draft
