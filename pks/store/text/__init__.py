"""The text of a file: read into nodes with places, changed in place, and proven."""
