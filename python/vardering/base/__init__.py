"""Cells, faults, units and years: standard library only."""
