"""Värderingsmodellen: value changes in the public sector and bring their benefits home."""
