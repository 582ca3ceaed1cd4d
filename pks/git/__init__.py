"""The git around a register: found, looked at before writing, given a commit a command, asked for its log."""
