# The privacy notice. A change of its words needs a new version in locales/versions.toml.
privacy-title = <b>Privacy in the chat with { $shop }</b>
privacy-stored =
    <b>What is stored</b>
    • Your messenger account: number, first name, language, time zone, linked purchases, your place in the conversation and, for a day, the last words
    • Your orders, parcels, returns and refunds, from the shop’s records and from the carriers
    • What you write to our team and we to you, with pictures
    • Consents with their words and time, answers to surveys, points, by which invitation you came, requests to join our groups, contests that you take part in, your reviews of products, sold-out products you are waiting for
    Anything else you write is read to answer you; your questions are kept, without numbers and addresses, so that the answers get better.
privacy-why =
    <b>Why, and on what legal basis</b>
    • Information, parcel news, returns, enquiries, points, contests, reviews: the contract (Art. 6(1)(b) GDPR)
    • Keeping orders and receipts: the law (point c)
    • Surveys, offers, community: your consent (point a), each by itself and withdrawn at any time
    • Keeping strangers away, preventing abuse, better answers: legitimate interest (point f)
    Your data is not sold.
privacy-how-long =
    <b>How long</b>
    • Account and link: until you erase them; your place in the conversation: 30 days after the last message
    • Texts of our messages: 30 days; words and pictures of enquiries and returns: one year after their end
    • Questions to the bot, and by which invitation you came: one year, then only counted; requests to join our groups: one year; contests: one year after their end, then tickets stay without a person; reviews: five years, or until you delete them
    • Answers to surveys: two years, then without a person; points: until you erase them
    • Consents: as long as they are in force, then three years as proof
    • Orders: as long as tax and commercial law obliges the shop (eight years); blocked after an erasure
privacy-telegram =
    <b>Telegram</b>
    Telegram is an independent platform with its own privacy policy. Chats with a bot are <b>not end-to-end encrypted</b>. That is why address, e-mail and phone number are shown only in part here. Please send no card or bank details.
privacy-rights =
    <b>Your rights</b>
    With the buttons below you get a copy of your data at once, erase everything, and switch consents off. You may also ask for correction and restriction, object to the use of your data, and complain to a data protection authority. The shop answers within one month.
privacy-contact = <b>Contact</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Contact</b>: { $shop }, at the address in your order confirmation
privacy-version = Version { $version }, { DATE($day) }

privacy-export-button = 📄 Copy of my data
privacy-erase-button = 🗑 Erase everything
privacy-read-button = Read the privacy notice
privacy-changed =
    <b>Our privacy notice is new</b> (version { $version }, { DATE($day) }).
    What is new: when you review a product, its stars, words and photo are shown at the product without your name, for up to five years or until you delete them. When you take part in a contest, this is kept with your ticket until a year after its end. When you ask to join one of our groups, the request and its answer are kept for a year. When you come by somebody else’s invitation link, this is noted for a year; neither learns of the other. Your questions to the bot are kept for a year, without numbers and addresses, so that the answers get better. One tap gives you a copy of your data, two taps erase everything. Surveys and offers come only with your consent. What { $shop } stores for how long is told under /privacy.

privacy-export-caption =
    <b>Your data</b> as of { DATETIME($at) }. Any text editor can read the file.
privacy-export-masked = Address, e-mail and phone are shortened, because you linked the purchase by an order number. You get them in full by the link in your order e-mail or from the shop.
privacy-export-file-button = my-data
privacy-export-masked-alert = “{ $hidden }”: shortened, because the purchase is linked by an order number only.
privacy-export-no-notes-alert = Notes that the team made for itself are handed out by the shop on request.

privacy-erase-ask =
    <b>Really erase everything?</b>
    Erased are the link to your purchases, your name and contact data, conversations with our team, answers, points, and everything that waits to be sent. Consents end; the proof of them stays for three years.
    Orders and invoices must be kept by the shop. They are blocked: nobody sees them in the chat any more, not even you.
privacy-erase-orders =
    { $count ->
        [one] ⚠️ No more news will come about the order that is still on its way.
       *[other] ⚠️ No more news will come about the { $count } orders that are still on their way.
    }
privacy-erase-returns =
    { $count ->
        [one] ⚠️ You will hear nothing more here about a return that is still open; the shop settles it all the same.
       *[other] ⚠️ You will hear nothing more here about { $count } returns that are still open; the shop settles them all the same.
    }
privacy-erase-cases =
    { $count ->
        [one] ⚠️ An open enquiry is closed without an answer.
       *[other] ⚠️ { $count } open enquiries are closed without an answer.
    }
privacy-erase-points =
    { $count ->
        [one] ⚠️ One point is lost.
       *[other] ⚠️ { $count } points are lost.
    }
privacy-erase-shared =
    { $count ->
        [one] One purchase is linked to another chat, too, and stays visible there.
       *[other] { $count } purchases are linked to another chat, too, and stay visible there.
    }
privacy-erase-confirm-button = Yes, erase for good
privacy-erase-keep-button = No, keep it
privacy-erase-kept = Nothing was erased.
privacy-erase-expired-toast = That was a while ago. Please confirm once more.
privacy-erased =
    <b>Erased.</b> Nothing of yours is stored here any more, except what the law demands, and that is blocked.
    You erase the history at Telegram yourself, by deleting this chat. If you write again, we start anew.

privacy-room-customer-alert = Your chat, linked purchases, consents (contract; consents as proof)
privacy-room-conversation-alert = Your place in the conversation (contract; 30 days)
privacy-room-shop-alert = Orders as the shop keeps them (contract; then kept as the law demands)
privacy-room-shipping-alert = What carriers told about your parcels (contract)
privacy-room-ticket-alert = Enquiries and conversations with the team (contract; one year after their end)
privacy-room-return-alert = Returns and refunds (contract and law)
privacy-room-survey-alert = Surveys and your answers (consent; two years, then without a person)
privacy-room-loyalty-alert = Your points with every reason (contract)
privacy-room-outbox-alert = Messages that we wrote of our own accord (texts: 30 days)
privacy-room-staff-alert = When somebody of the team looked at your data or did something (accountability)
privacy-room-support-alert = Your questions to the bot and what came of them (legitimate interest; one year, then without a person), products you are waiting for (contract; 180 days at most)
privacy-room-broadcast-alert = Offers that were meant for you, and what you tapped in them (consent; two years)
privacy-room-community-alert = Contests that you take part in, with your ticket; requests to join our groups (contract; a year after their end, tickets then without a person)
privacy-room-demo-alert = The made-up world of the demo

privacy-request-data_request = { $platform } has asked for a copy of somebody’s data (request { $id }). It is ready: <code>main.py privacy answer { $id }</code>
privacy-request-redact = { $platform } has asked for the erasure of somebody (request { $id }). They are erased.
privacy-request-shop_redact = { $platform } has asked for the erasure of all customers of the shop (request { $id }). They are erased.
