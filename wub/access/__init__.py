"""Who may do what (rules.py), to which rows (scope.py), and how people sign in."""
