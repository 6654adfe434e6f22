# When something does not work: always a way on, never a technical word.
error-unexpected = Something went wrong on our side. Please try again; the menu is below.
error-too-many-tries = That was one try too many. Please wait a quarter of an hour, then try again.
error-not-found = I could not find that. Here is the menu:
error-link-expired = This link has been used already or has expired. Please link your purchase in one of these ways:
error-stale = That button was from an earlier screen. Here is the current one:
error-stale-alert = This button is no longer current. I am opening the menu.
error-busy-alert = That took too long. Please tap once more.
error-cut = … Part of the text is left out here because a message can only be so long.
flood-notice = Those were a lot of messages at once. I will read on as soon as it is calm for a few seconds.
error-stale-begun-alert = This button is no longer current. Here you can go on where you were.
error-stale-now-alert = This button is no longer current. I am showing where things stand.
