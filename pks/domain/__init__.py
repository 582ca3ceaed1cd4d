"""What an agreement is and what may happen to it; pure: no file, no clock, no terminal."""
