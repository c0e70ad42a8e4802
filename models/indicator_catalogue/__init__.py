"""The indicators as first published, in words (domain.md section d); the texts are data of version 1.

A supervisor changes a definition on the screen, as a new version; these stay as they were.
"""

from models.indicator_catalogue.businesses import BUSINESSES
from models.indicator_catalogue.entry import Entry
from models.indicator_catalogue.numbers import NUMBERS
from models.indicator_catalogue.people import PEOPLE
from models.indicator_catalogue.support import SUPPORT

CATALOGUE: tuple[Entry, ...] = (*NUMBERS, *BUSINESSES, *PEOPLE, *SUPPORT)
