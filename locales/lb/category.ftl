# Kategorien nom Wuert vum Shop; eent, dat hei feelt, steet, wéi et koum. Och d’Sich kennt dës Wierder.
category-kitchen = Kichen
category-home = Wunnen
category-clothing = Kleeder
category-travel = Rees
category-technology = Technik
category-stationery = Pabeier a Schreiwen
category-care = Fleeg
category-food = Iessen an Drénken
category-games = Spiller
category-outdoors = Dobaussen
category-garden = Gaart
category-toys = Spillsaachen
category-books = Bicher
