"""How the outside world's orders get into the shop database: import files, later shop platforms and carriers."""
