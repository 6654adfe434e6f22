# The privacy notice. A change of meaning needs a new PRIVACY_VERSION in bot/customers/notice.py.
privacy-title = <b>Privacy in the chat with { $shop }</b>
privacy-stored =
    <b>What is stored</b>
    The number and first name of your messenger account, your language and time zone, which purchases are linked to this chat, and the place you have reached in the conversation, with what you typed in order to link. Your orders, parcels and answers to surveys come from the shop’s own records. Anything else you write is read to answer you and is not kept.
privacy-why =
    <b>Why</b>
    To answer your questions about your purchases (performance of the contract, Art. 6(1)(b) GDPR) and to keep strangers away from them (legitimate interest, Art. 6(1)(f) GDPR). There is no advertising without your consent, and your data is not sold.
privacy-how-long =
    <b>How long</b>
    The link to your purchases: until you unlink it. Link codes from order e-mails: 30 days. Failed attempts to link: 15 minutes. The place in the conversation: 30 days after your last message. Orders: as long as tax and commercial law obliges the shop.
privacy-telegram =
    <b>Telegram</b>
    Telegram is an independent platform with its own privacy policy. Chats with a bot are <b>not end-to-end encrypted</b>. That is why address, e-mail and phone number are shown only in part here. Please send no card or bank details.
privacy-rights =
    <b>Your rights</b>
    You may ask for access, correction, erasure, restriction and a copy of your data, object to its use, and complain to a data protection authority. The shop answers within one month. You can unlink purchases yourself at once, under “My account”.
privacy-contact = <b>Contact</b>: { $shop }, { $contact }
privacy-contact-unknown = <b>Contact</b>: { $shop }, at the address in your order confirmation
privacy-version = Version { $version }, { DATE($day) }
