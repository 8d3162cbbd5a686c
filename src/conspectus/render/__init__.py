"""A briefing as terminal text, Markdown or JSON; pure."""
