"""Bytes on the disk: locked, compared, written aside, renamed, kept."""
