"""`python -m otseula` is the command `otseula`."""

from otseula.cli.main import main

if __name__ == "__main__":
    main()
