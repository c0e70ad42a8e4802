"""What the limited reader looks up in a file before and beside python-calamine: see `imports.reader`.

Standard library only: these modules run in the child process, where nothing else of the application
is loaded.
"""
