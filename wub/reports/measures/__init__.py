"""I3 to I14 of a group of people: counts and rupiah from dossiers, no sentence and no target yet."""
