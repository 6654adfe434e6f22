"""Sending things back: which way is open until when, the request, and the way of the money."""
