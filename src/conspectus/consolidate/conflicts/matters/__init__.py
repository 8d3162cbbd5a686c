"""What no amount shows: other causes and times of one thing, and what one says and another denies."""
