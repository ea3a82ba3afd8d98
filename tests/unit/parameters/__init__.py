"""Tests of the parameters."""
