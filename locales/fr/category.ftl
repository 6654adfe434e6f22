# Les catégories selon le mot de la boutique ; un mot absent ici est montré tel quel. La recherche les connaît aussi.
category-kitchen = Cuisine
category-home = Maison
category-clothing = Vêtements
category-travel = Voyage
category-technology = High-tech
category-stationery = Papeterie
category-care = Soins
category-food = Gourmandises
category-games = Jeux
category-outdoors = Plein air
category-garden = Jardin
category-toys = Jouets
category-books = Livres
