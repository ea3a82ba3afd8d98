"""Reading many files: which there are, each in a process that can be stopped, and what is remembered between runs."""
