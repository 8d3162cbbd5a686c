"""How articles themselves tell a quarrel: replies, two figures side by side, and what is taken back."""
