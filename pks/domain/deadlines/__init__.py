"""Which days need attention, why, and what deals with each."""
