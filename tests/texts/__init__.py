"""What people read: that it all has an id, and the catalogue of it."""
