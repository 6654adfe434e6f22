"""Where each chat stands, kept in our own database so that a restart loses nobody's place."""
