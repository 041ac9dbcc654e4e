"""The mistakes that a gradient may have, by what they are made in."""
