"""Offers to many: who gets them, when, and what came of it."""
