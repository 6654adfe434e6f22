"""What customers have collected: an append-only ledger of points, each with its reason."""
