"""A small, plainly fictional shop and a world in which its parcels move."""
