# Greeting, home screen, the buttons of the main menu and the command list.
# Keys ending in -button, -toast or -alert and the families command- and state- are plain text without HTML.
menu-welcome =
    <b>Hello, this is { $shop }.</b>
    Here you can see where your parcel is and look up your orders and our products, at any hour.
menu-welcome-privacy = What is stored of those who write here is told under /privacy.
menu-home = <b>Hello { $name }, this is { $shop }.</b>
menu-home-plain = <b>Hello, this is { $shop }.</b>
menu-home-open =
    { $open ->
        [0] You have no open orders.
        [one] You have one open order.
       *[other] You have { $open } open orders.
    }
menu-home-late =
    { $late ->
        [one] One of them is later than planned.
       *[other] { $late } of them are later than planned.
    }
menu-home-unlinked = No purchase is linked to this chat yet. Link yours, and you will see your orders here.

menu-where-button = 📦 Where is my parcel?
menu-more-button =
    { $more ->
        [one] … and one more open order ›
       *[other] … and { $more } more open orders ›
    }
menu-orders-button = 🧾 My orders
menu-products-button = 🛍 Products
menu-account-button = 👤 My account
menu-points-button = ⭐ My points
menu-settings-button = ⚙️ Settings
menu-help-button = ❓ Help
menu-link-button = 🔗 Link a purchase
menu-privacy-button = Privacy
menu-home-button = Home
menu-back-button = ‹ Back

command-start = Home
command-orders = My orders
command-products = Products
command-link = Link a purchase
command-account = My account
command-points = My points
command-settings = Language, time zone, consents
command-help = What I can do
command-privacy = Privacy
command-language = Change the language
command-queue = Open cases
command-questions = Questions and answers
command-offers = Write and follow offers
command-contests = Write contests and draw them
command-polls = Write polls for the channel and count them
command-report = Reports
command-staff = Who works here
