"""The file as typed values, and the shape of it."""
