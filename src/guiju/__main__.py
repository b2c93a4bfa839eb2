"""`python -m guiju`."""

from guiju.cli.main import main

main()
