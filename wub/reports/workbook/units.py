"""How a number of each unit stands in a cell."""

from wub.reports.told import Unit
from wub.reports.workbook.style import PEOPLE, SHARE

RUPIAH = '[$-421]"Rp"#,##0'
CHANGE = "[$-421]+0.0%;-0.0%;0.0%"
PLACES = "[$-421]+#,##0.#;-#,##0.#;0"

FORMATS = {
    Unit.SHARE: SHARE,
    Unit.PEOPLE: PEOPLE,
    Unit.PLACES: PLACES,
    Unit.RUPIAH: RUPIAH,
    Unit.CHANGE: CHANGE,
}
