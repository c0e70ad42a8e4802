"""Which columns each kind of list may have: one table per kind."""
