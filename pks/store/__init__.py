"""The only code that touches `agreements/`."""
