"""What reads need of every file, worked out before and kept; deletable, and never trusted over the files."""
