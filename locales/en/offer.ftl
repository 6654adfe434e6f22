# What customers tap, and what staff see while they write a campaign.
offer-gone-toast = This offer is gone.
offer-product-gone-alert = This product is gone.
offer-survey-gone-alert = This survey is not possible at the moment.
offer-stopped-toast = You will get no more offers.
offer-stopped-before-toast = You already get no more offers.
offer-stopped =
    🔕 You will get no more offers, not even those that were already on their way to you.
    Messages about your orders keep coming. If you change your mind, switch offers on again in your consents.
offer-preview-stop-alert = This is a preview. For customers, this button ends all offers at once.
