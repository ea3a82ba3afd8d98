"""Filled examples of cases, as data."""
