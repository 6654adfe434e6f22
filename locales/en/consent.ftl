# Consents. The texts consent-wording-… are what somebody agrees to, word for word: a change of even a comma needs a
# new version in locales/versions.toml. They hold no HTML, because they are stored as they are shown.
consent-wording-survey = I agree that { $shop } asks me in this chat, after a delivery, a return or an enquiry, how satisfied I am, and reminds me of it once. My answers are stored with my order and evaluated. Offers included, I get at most one such message a day and three a week. My consent is voluntary, and I can withdraw it for the future at any time: in the settings under “Consents”, or with the button under each survey.
consent-wording-promo = I agree that { $shop } sends me its own offers, news and contests and notes about my loyalty points in this chat, and for this evaluates what I have bought and answered here. Surveys included, I get at most one such message a day and three a week. My consent is voluntary, and I can withdraw it for the future at any time: in the settings under “Consents”, or with the button under each such message.
consent-wording-community = I agree that { $shop } keeps a profile of me for the community of its customers: my first name, since when I have been a member, and what I take part in there. Other customers see only what I show myself. My consent is voluntary, and I can withdraw it for the future at any time, in the settings under “Consents”; the profile is then no longer kept.

consent-ask-survey =
    <b>A question, and you are free to say no:</b> may we ask you here, after a delivery, how it went? One tap is enough to answer.
    Saying no changes nothing about your orders.
consent-ask-promo =
    <b>A question, and you are free to say no:</b> would you like to hear of offers and news here now and then?
    Saying no changes nothing about your orders.
consent-ask-community =
    <b>A question, and you are free to say no:</b> would you like to join the community of our customers?
    Saying no changes nothing about your orders.
consent-want-button = Yes, please
consent-later-button = Later
consent-no-button = No, thanks

consent-confirm-ask = <b>Please confirm.</b> Your consent counts from the second tap on:
consent-confirm-button = Yes, I agree
consent-cancel-button = Cancel
consent-given = ✓ <b>Thank you, you have agreed.</b> One tap takes it back:
consent-given-toast = Thank you, noted.
consent-given-before-toast = You had agreed already.
consent-words-changed-toast = The text has changed. Please read it again.
consent-own-account-toast = Only the owner of this chat can decide this.
consent-later = All right. You can switch it on yourself at any time.
consent-declined = All right, we will not ask again. You can switch it on yourself at any time.
consent-cancelled = You have agreed to nothing.
consent-withdrawn = <b>Withdrawn.</b> What was waiting to be sent does not come any more, either.
consent-withdrawn-toast = Withdrawn.
consent-withdraw-button = Withdraw
consent-diary-button = Consents

consent-title = <b>Your consents</b>
consent-intro = Each is voluntary and withdrawn with one tap. Messages about your orders come without any.
consent-name-survey = Surveys
consent-name-promo = Offers
consent-name-community = Community
consent-state-given = ✓ <b>{ $name }</b>: yes, since { DATETIME($at) } (version { $version })
consent-state-withdrawn = ✗ <b>{ $name }</b>: given { DATETIME($given) }, withdrawn { DATETIME($at) }
consent-state-refused = ✗ <b>{ $name }</b>: no, said { DATETIME($at) }
consent-state-never = ✗ <b>{ $name }</b>: no
consent-earlier = Before: given { DATETIME($given) }, withdrawn { DATETIME($withdrawn) }
consent-switch-on-button = { $name }: agree …
consent-switch-off-button = { $name }: withdraw
# Whole messages that unsubscribe, in small letters.
consent-stop-words = stop, unsubscribe, opt out, no ads, no more ads
