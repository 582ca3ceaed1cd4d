"""Scripts that let a shell ask pks what may stand next."""
