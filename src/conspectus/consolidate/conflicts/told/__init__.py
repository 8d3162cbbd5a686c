"""How articles themselves tell a quarrel: denials, replies, two accounts side by side, and what is taken back."""
