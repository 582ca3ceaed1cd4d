"""What each room of the program says, both languages side by side."""
