"""Run the command line as `python -m reportedly.cli`."""

from reportedly.cli.main import run

if __name__ == "__main__":
    run()
