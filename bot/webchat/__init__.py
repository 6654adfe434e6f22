"""The chat that runs without Telegram: a strict Bot API server for bots and a client API for a browser page.

This package imports nothing of the project, so that it stays as honest a stand-in as Telegram itself.
"""
