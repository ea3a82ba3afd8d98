"""Workbooks as files on disk: read without trust, written so that nothing that is not ours changes."""
