"""Claims of many articles in, one briefing out."""
