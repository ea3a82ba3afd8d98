"""Every Swedish sentence the product says."""
