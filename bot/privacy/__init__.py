"""A person's rights over everything all rooms know of them: a copy of it, and its erasure."""
