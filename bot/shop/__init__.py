"""The shop database: products, customers of the shop, orders, lines, shipments."""
