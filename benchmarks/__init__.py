"""How fast the core is beside others that compute the same numbers. The program imports nothing of it."""
