# What the bot can do, and how to reach the shop.
help-text =
    <b>What I can do</b>
    • Type “Where is my parcel?”, or an order number such as 1001.
    • Type the name of a product to see its price, stock and details.
    • Under “My orders” you find all your purchases with their tracking history.
    • Under “My account” you see which purchases are linked, and can unlink them.
help-contact = You reach the team of { $shop } at { $contact }.
help-website-button = To the shop
