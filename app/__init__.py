"""Hingelab: a gradient taken apart, step by step. This package holds the program."""

__version__ = "0.1.0"
