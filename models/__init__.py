"""NOUNS: what the city keeps. Knows no request, no HTTP and no spreadsheet."""

from models.account import Account, RoleGrant
from models.agency import Agency, Cohort, Scheme
from models.aid import Aid
from models.attachment import Attachment
from models.audit import AuditEntry
from models.base import Base, db
from models.budget import BudgetLine, Spending
from models.business import Business, Ownership
from models.checkup import Checkup
from models.claim import Claim
from models.confirmation import ConfirmationToken, VisitConfirmation
from models.ended_session import EndedSession
from models.exhibition import BuyerContact, Exhibition, ExhibitionEntry, OrderFollowUp
from models.group import Group
from models.import_run import (
    CellCorrection,
    ImportFile,
    ImportProgress,
    ImportRun,
    KnownHeading,
    RowAnswer,
    StagedRow,
)
from models.indicator import Indicator, IndicatorVersion
from models.kept import KeptCount, KeptPart, KeptStanding, KeptState, ParticipationFact
from models.likeness import PhotoBand, TextBand
from models.milestone import Milestone
from models.participation import Assignment, Participation
from models.partner import Agreement, Partner, Realisation
from models.person import Consent, Person
from models.person_match import PersonMerge, PersonPair
from models.plan import ActionItem, MentoringPlan, PlanSignature, PlanTarget
from models.recheck import DrawnCheckup, RecheckDraw
from models.reference import Area, BusinessClass, PriceIndex
from models.sending import HeldRecord, Sending
from models.snapshot import Snapshot, SnapshotSchedule
from models.target import Target
from models.visit import Visit, VisitAttendee

__all__ = [
    "Account",
    "ActionItem",
    "Agency",
    "Agreement",
    "Aid",
    "Area",
    "Assignment",
    "Attachment",
    "AuditEntry",
    "Base",
    "BudgetLine",
    "Business",
    "BusinessClass",
    "BuyerContact",
    "CellCorrection",
    "Checkup",
    "Claim",
    "Cohort",
    "ConfirmationToken",
    "Consent",
    "DrawnCheckup",
    "EndedSession",
    "Exhibition",
    "ExhibitionEntry",
    "Group",
    "HeldRecord",
    "ImportFile",
    "ImportProgress",
    "ImportRun",
    "Indicator",
    "IndicatorVersion",
    "KeptCount",
    "KeptPart",
    "KeptStanding",
    "KeptState",
    "KnownHeading",
    "MentoringPlan",
    "Milestone",
    "OrderFollowUp",
    "Ownership",
    "Participation",
    "ParticipationFact",
    "Partner",
    "Person",
    "PersonMerge",
    "PersonPair",
    "PhotoBand",
    "PlanSignature",
    "PlanTarget",
    "PriceIndex",
    "Realisation",
    "RecheckDraw",
    "RoleGrant",
    "RowAnswer",
    "Scheme",
    "Sending",
    "Snapshot",
    "SnapshotSchedule",
    "Spending",
    "StagedRow",
    "Target",
    "TextBand",
    "Visit",
    "VisitAttendee",
    "VisitConfirmation",
    "db",
]
