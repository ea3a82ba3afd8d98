"""From a Snapshot to a Case: everything found by table name, heading and defined name."""
