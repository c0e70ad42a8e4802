"""The menu: each entry with the permission that opens it. What is not permitted is not shown."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from models.vocabulary import N_
from wub.access.permissions import Permission as P  # noqa: N817  the menu is read like the policy


@dataclass(frozen=True)
class Entry:
    endpoint: str
    label: str
    icon: str
    permission: P


@dataclass(frozen=True)
class Item:
    endpoint: str
    label: str
    icon: str
    is_current: bool


@dataclass(frozen=True)
class Group:
    label: str
    items: list[Item]


ENTRIES: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        N_("Hasil"),
        (
            Entry("reports.numbers_and_results", N_("Angka dan hasil"), "bar-chart-steps", P.FIGURES_READ),
            Entry("matching.overlap", N_("Tumpang tindih"), "intersect", P.FIGURES_READ),
            Entry("indicators.indicators", N_("Indikator"), "rulers", P.INDICATOR_READ),
            Entry("targets.targets", N_("Target"), "bullseye", P.TARGET_READ),
            Entry("budget.budget", N_("Anggaran"), "cash-stack", P.BUDGET_READ),
        ),
    ),
    (
        N_("Register"),
        (
            Entry("register.people", N_("Peserta"), "people", P.REGISTER_READ),
            Entry("register.businesses", N_("Usaha"), "shop-window", P.REGISTER_READ),
            Entry("register.groups", N_("Kelompok"), "diagram-3", P.REGISTER_READ),
            Entry("register.aids", N_("Bantuan"), "box-seam", P.REGISTER_READ),
            Entry("matching.pairs", N_("Orang kembar"), "person-bounding-box", P.PERSON_MERGE),
        ),
    ),
    (
        N_("Pendampingan"),
        (
            Entry("offline.shell", N_("Lapangan"), "phone", P.VISIT_LOG),
            Entry("visits.visits", N_("Kunjungan"), "journal-text", P.VISIT_READ),
            Entry("visits.plans", N_("Rencana"), "map", P.VISIT_READ),
            Entry("visits.action_items", N_("Tindak lanjut"), "list-check", P.VISIT_READ),
            Entry("visits.reviews", N_("Tinjauan kunjungan"), "clipboard-check", P.VISIT_REVIEW),
            Entry("register.caseloads", N_("Beban pendamping"), "person-workspace", P.ASSIGNMENT_WRITE),
            Entry("checkups.checkups", N_("Pemeriksaan"), "clipboard-data", P.CHECKUP_READ),
            Entry("checkups.draws", N_("Periksa ulang"), "dice-5", P.RECHECK_DO),
        ),
    ),
    (
        N_("Kegiatan"),
        (
            Entry("exhibitions.exhibitions", N_("Pameran"), "shop", P.EXHIBITION_READ),
            Entry("partnerships.partners", N_("Bapak angkat"), "briefcase", P.PARTNERSHIP_READ),
            Entry("partnerships.agreements", N_("Perjanjian"), "file-earmark-text", P.PARTNERSHIP_READ),
        ),
    ),
    (
        N_("Data"),
        (Entry("importing.runs", N_("Impor"), "file-earmark-arrow-up", P.IMPORT_RUN),),
    ),
    (
        N_("Pengelolaan"),
        (
            Entry("reference.agencies", N_("Daftar acuan"), "card-list", P.REFERENCE_MANAGE),
            Entry("reference.cohorts", N_("Angkatan"), "collection", P.COHORT_WRITE),
            Entry("access.accounts", N_("Akun"), "person-gear", P.ACCOUNT_MANAGE),
            Entry("access.audit_trail", N_("Jejak perubahan"), "clock-history", P.AUDIT_READ),
        ),
    ),
)  # fmt: skip

# The bottom bar of a phone holds the first four of these that the role has; the rest is behind "Menu".
FOR_PHONE = frozenset(
    {
        "reports.numbers_and_results",
        "register.people",
        "offline.shell",
        "visits.visits",
        "checkups.checkups",
        "importing.runs",
        "targets.targets",
        "access.accounts",
        "access.audit_trail",
    }
)

# Pages whose names do not hold the noun of their entry; None belongs to no entry.
ELSEWHERE: dict[str, str | None] = {
    "access.change_password": None,
    "access.password": None,
    "held.accept": "visits.reviews",
    "held.accept_apart": "visits.reviews",
    "held.hand_in": "visits.reviews",
    "held.held_record": "visits.reviews",
    "held.held_records": "visits.reviews",
    "held.set_aside": "visits.reviews",
    "matching.merge": "matching.pairs",
    "partnerships.choose_beneficiary": "partnerships.agreements",
    "partnerships.edit_realisation": "partnerships.agreements",
    "partnerships.new_realisation": "partnerships.agreements",
    "register.hand_over": "register.caseloads",
    "register.edit_members": "register.groups",
    "register.edit_ownership": "register.businesses",
    "register.find_class": "register.businesses",
    "register.new_owner": "register.businesses",
}


def menu_for(permissions: Container[P], built: Container[str], current: str | None = None) -> list[Group]:
    """Groups with at least one entry that is permitted and built; the entry of the current page is marked."""
    groups = []
    for name, entries in ENTRIES:
        items = [
            Item(entry.endpoint, entry.label, entry.icon, entry.endpoint == _entry_of(current))
            for entry in entries
            if entry.permission in permissions and entry.endpoint in built
        ]
        if items:
            groups.append(Group(name, items))
    return groups


def _entry_of(endpoint: str | None) -> str | None:
    """The entry a page belongs to: its own, else the list of its noun, else the first of its feature."""
    if endpoint is None:
        return None
    if endpoint in ELSEWHERE:
        return ELSEWHERE[endpoint]
    endpoints = [entry.endpoint for _, entries in ENTRIES for entry in entries]
    if endpoint in endpoints:
        return endpoint
    feature, _, page = endpoint.partition(".")
    of_feature = [entry for entry in endpoints if entry.startswith(f"{feature}.")]
    of_noun = [entry for entry in of_feature if _singular(entry) in page]
    return next(iter([*of_noun, *of_feature]), None)


def _singular(endpoint: str) -> str:
    """`partnerships.agreements` → `agreement`, which `new_agreement` holds."""
    noun = endpoint.partition(".")[2]
    return noun.removesuffix("es") if noun.endswith("sses") else noun.removesuffix("s")
