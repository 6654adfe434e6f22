"""Understanding what people type: order numbers, products, and a few ways to ask."""
