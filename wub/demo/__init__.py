"""An invented Banjarmasin: the programme as the public record tells it, with people who do not exist.

The same seed and day always give the same city. Counts, quotas and the troubles (people on two lists,
seasonal traders, lost contacts, closed businesses) follow domain.md section 0; every name, number and
address is made up, and the NIK begin with 637199, an area code that was never given out.
"""
