"""The edge where bytes become articles."""
