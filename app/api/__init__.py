"""The JSON API: parses a request, calls one core function, shapes the answer."""
