# Kategorien nach dem Wort des Shops; eines, das hier fehlt, erscheint, wie es kam. Auch die Suche kennt diese Wörter.
category-kitchen = Küche
category-home = Wohnen
category-clothing = Kleidung
category-travel = Unterwegs
category-technology = Technik
category-stationery = Papier und Schreiben
category-care = Pflege
category-food = Essen und Trinken
category-games = Spiele
category-outdoors = Draußen
category-garden = Garten
category-toys = Spielzeug
category-books = Bücher
