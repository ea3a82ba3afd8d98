"""Where commands are started from."""
