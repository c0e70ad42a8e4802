"""The door of a checkout: `python3 app.py` sets up and runs, `python3 app.py test` sets up and tests.

Servers and the flask command use `app:app`. All else is in wub/.
"""

if __name__ == "__main__":
    import sys

    # Whatever Python the machine has reads this far.
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit("WUB needs Python 3.11 or newer, and this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

    import runpy
    from pathlib import Path

    # By its path and not as `wub.setup`: importing the package needs Flask, which is not installed yet.
    runpy.run_path(str(Path(__file__).parent / "wub" / "setup.py"), run_name="__main__")
else:
    from wub import create_app

    app = create_app()
