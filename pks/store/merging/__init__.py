"""Two versions of a file that grew from one: joined by what they say, not by their lines."""
