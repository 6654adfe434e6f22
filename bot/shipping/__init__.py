"""Where parcels are: tracking events and what they mean."""
