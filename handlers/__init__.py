"""aiogram: one update in, one call into bot/, one answer out."""
