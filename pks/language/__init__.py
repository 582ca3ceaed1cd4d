"""Words: every sentence in Indonesian and English side by side; pure."""
