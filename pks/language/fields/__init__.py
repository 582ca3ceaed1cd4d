"""The words of every key of the files."""
