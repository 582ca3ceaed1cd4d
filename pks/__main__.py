"""`python -m pks` is `pks`."""

from pks.cli.main import main

if __name__ == "__main__":
    main()
