"""Arguments in, one call, result shown; one file per command."""
