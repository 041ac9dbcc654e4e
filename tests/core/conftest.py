"""How hypothesis runs here: the same examples every time, and no limit that a busy machine could break."""

from hypothesis import settings

settings.register_profile("reproducible", derandomize=True, deadline=None)
settings.load_profile("reproducible")
