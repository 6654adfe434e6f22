# finding-…: what the check finds in a campaign, for the staff.
finding-no_text = There is no text yet.
finding-text_broken = {$locale}: Telegram does not understand the formatting {$tag}.
finding-text_too_long = {$locale}: the text has {$length} characters, {$most} are possible.
finding-language_missing = { $number ->
    [one] {$locale}: the text for one person is missing. Please choose whether they get it in another language or not at all.
   *[other] {$locale}: the text for {$number} people is missing. Please choose whether they get it in another language or not at all.
 }
finding-language_fallback = { $number ->
    [one] {$locale}: one person gets the text in another language.
   *[other] {$locale}: {$number} people get the text in another language.
 }
finding-language_hold = { $number ->
    [one] {$locale}: one person gets nothing, since the text is missing.
   *[other] {$locale}: {$number} people get nothing, since the text is missing.
 }
finding-label_missing = {$locale}: the first line does not say that this is advertising.
finding-reduction_unclear = {$locale}: “{$words}” announces a lower price. Please name the lowest price of the last 30 days, or say that no price is cut.
finding-lowest_price_missing = The lowest price of the last 30 days is missing for the price cut.
finding-no_reduction = The price { MONEY($price) } is not below the lowest of the last 30 days ({ MONEY($lowest) }).
finding-too_many_buttons = More than {$most} buttons are not possible.
finding-button_twice = Two buttons are the same one. Please take one out.
finding-button_label = Button “{$button}”: its label is missing or too long (64 characters).
finding-button_address = Button “{$button}”: that is no address with https://.
finding-button_code = Button “{$button}”: the code is missing or too long (256 characters).
finding-button_target = Button “{$button}”: the product or survey is not there (any more).
finding-clicks_uncounted = Clicks on links are not counted, since BOTE_PUBLIC_URL is not set.
finding-too_many_media = No more than {$most} pictures and videos fit into an album.
finding-media_broken = A picture or video cannot be read. Please add it again.
finding-sends_itself = This template sends itself and is needed for that. To send it by hand, use a copy of it, or switch the automation off first.
finding-no_time = No time has been chosen.
finding-time_past = The chosen time is past.
finding-hour_struck = { $number ->
    [one] For one person this hour has passed: they get it at once, unless it is their quiet hours.
   *[other] For {$number} people this hour has passed: they get it at once, unless it is their quiet hours.
}
finding-expires_before = The offer expires before it begins.
finding-expires_during = The offer expires before everybody can have got it.
finding-rest = { $number ->
    [one] One person gets it only after their quiet hours (nights; in some countries Sundays and public holidays, too).
   *[other] {$number} people get it only after their quiet hours (nights; in some countries Sundays and public holidays, too).
}
finding-rest_too_long = { $number ->
    [one] One person never gets it: the offer expires before their quiet hours end.
   *[other] {$number} people never get it: the offer expires before their quiet hours end.
}
finding-budget_too_long = { $number ->
    [one] One person never gets it: the offer expires before they may be sent advertising again (one message in 24 hours, three in seven days, none right after trouble with a parcel).
   *[other] {$number} people never get it: the offer expires before they may be sent advertising again (one message in 24 hours, three in seven days, none right after trouble with a parcel).
}
finding-untested = No test sent yet: {$languages}. “Preview” sends one to you.
finding-changed_since_test = Changed since the last test: {$languages}.
finding-audience_empty = Nobody would get it.
finding-approval_needed = { $number ->
    [one] One person: above {$above} somebody else approves it first.
   *[other] {$number} people: above {$above} somebody else approves it first.
 }
finding-overlap = “{$title}” (no. {$id}) goes out within 24 hours. Whoever is in both gets the second one later.
finding-post_too_long = The post has {$length} characters in all languages together; {$most} are allowed.
finding-no_channel = No channel is set (BOTE_COMMUNITY_CHAT_ID).
finding-button_in_channel = The button “{$button}” leads from the channel into the chat with the bot, whose name is known only once the bot has run.
finding-post_waits = The post waits until { DATETIME($until) } because of quiet hours.
