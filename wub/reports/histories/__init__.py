"""What had happened to people by a day, as far as it was recorded by an instant. Asks; judges nothing.

Selects columns of tables, never entities: a whole register is read for one set of figures.
"""
