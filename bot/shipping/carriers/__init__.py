"""What carriers and those who watch them say about parcels: one source each, pure."""
