"""The valuation engine: pure arithmetic over rows and years."""
