"""What a user can ask for, one command a file."""
