"""What Excel loads: the ribbon add-in, built from plain sources and the command registry."""
