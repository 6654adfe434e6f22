# Categories by the shop's own word; one that is not here is shown as it came. The search knows these words, too.
category-kitchen = Kitchen
category-home = Home
category-clothing = Clothing
category-travel = Travel
category-technology = Technology
category-stationery = Stationery
category-care = Care
category-food = Food and drink
category-games = Games
category-outdoors = Outdoors
category-garden = Garden
category-toys = Toys
category-books = Books
