"""Which articles, and which of their sentences, report one event."""
