"""Who is behind a chat: linking, language, time zone."""
