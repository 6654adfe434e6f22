"""A whole database in one file: written beside a running bot, checked before it is trusted, read into either kind."""
