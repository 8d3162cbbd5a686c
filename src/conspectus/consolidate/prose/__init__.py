"""What a briefing tells, in which order and words: every sentence cites its claims."""
