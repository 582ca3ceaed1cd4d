"""The verbs that change something, one file each."""
