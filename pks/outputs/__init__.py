"""A table or an agreement becomes a screen or bytes."""
