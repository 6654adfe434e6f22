"""The community around the shop: contests in its channel."""
