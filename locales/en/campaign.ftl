# Campaigns: what stands in each message, and why something cannot be done.
campaign-label = Advertisement by {$shop}
campaign-lowest-price = Lowest price of the last 30 days: { MONEY($price) }
campaign-stop-button = 🔕 No more offers
campaign-wrong-status = The campaign cannot do that in its present state. Please reload the view.
campaign-changed = Somebody has changed the campaign meanwhile. Please look at it again.
campaign-not-ready = The campaign is not ready yet. The check shows what is missing.
campaign-own-approval = Whoever wrote or changed a campaign cannot approve it.
campaign-on-its-way = The post is just going out. Please try again in a moment.
campaign-media-fixed = In the channel a picture can be exchanged for another one or added to a text; it cannot be taken away there, and an album stays as it is.
segment-wrong = This choice is not possible: {$field}.
campaign-language-mark = 🇬🇧
campaign-post-over = ⌛ This offer has ended.
