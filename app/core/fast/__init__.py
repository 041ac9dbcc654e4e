"""The fast path in closed form: gradient, update, run and landscape, with no steps recorded."""
