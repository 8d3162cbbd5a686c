"""Pure, frozen models: what flows through the house."""
