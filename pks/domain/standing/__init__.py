"""Where an agreement stands: its facts, and what follows from them on a day."""
