"""Today's numbers, kept beside the register in the same transaction as each change.

A fact is one enrolment; each person's facts add to the counts of the scopes they belong to, each from the day
it happens. So what falls due tomorrow is counted tomorrow, and nothing need be written for time to pass.
"""
