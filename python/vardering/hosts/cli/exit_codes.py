"""What the exit code of a command says."""

FINE = 0
INPUT_ERRORS = 1
"""The inputs have errors, or a gate is not met; what could be written is written."""
UNUSABLE = 2
"""The file or the call could not be used; nothing is written."""
