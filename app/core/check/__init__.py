"""A gradient beside differences of the loss, and what one update does to the loss."""
