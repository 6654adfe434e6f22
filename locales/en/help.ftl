# What the bot can do, and how to reach the shop.
help-text =
    <b>What I can do</b>
    • Type “Where is my parcel?”, or an order number such as 1001.
    • Type the name of a product to see its price, stock and details.
    • Under “My orders” you find all your purchases with their tracking history.
    • Under “My account” you see which purchases are linked, and can unlink them.
help-contact = You reach the team of { $shop } at { $contact }.
help-website-button = To the shop
contact-title = <b>How to reach { $shop }</b>
contact-at = • { $contact }
contact-mail = • at the address in your order confirmation
contact-here = • Here in the chat: somebody is there now. Tap “🙋 Human”.
contact-here-later = • Here in the chat, again from { DAY($at) }, { TIME($at) } on: tap “🙋 Human”, now if you like.
returns-title = <b>Returns at { $shop }</b>
returns-withdrawal = • You may withdraw for { $days } days after you have received everything, without a reason.
returns-goodwill = • After that we usually take things back until day { $days }.
returns-products = • For some items the law excludes withdrawal, or we take them back only as far as the law says: the item tells you so.
returns-defect = • If something is broken or wrong, we help for { $months } months.
returns-free = • Sending it back costs you nothing.
returns-cost = • You pay for sending it back, unless something is faulty.
returns-how = What exactly holds for your order, with the last day, you see when you begin the return.
