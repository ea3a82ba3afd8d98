"""Värderingsmodellen: value changes in the public sector and bring their benefits home."""

__version__ = "1.1.0"
