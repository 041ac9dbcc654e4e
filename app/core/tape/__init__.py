"""The tape: one traced pass, step by step, and the update that follows it."""
