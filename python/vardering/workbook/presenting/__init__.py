"""From results to a ChangeSet: what is written on each sheet and where."""
