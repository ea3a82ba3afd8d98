"""What is wrong or doubtful in a case, each with the cells it concerns."""
