"""What is filled into blanks."""
