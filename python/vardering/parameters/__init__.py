"""Dated parameters with unit, source, vintage and status."""
