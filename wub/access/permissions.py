"""What can be done, named `resource:action`, in alphabetical order."""

from enum import StrEnum


class Permission(StrEnum):
    ACCOUNT_MANAGE = "account:manage"
    AID_WRITE = "aid:write"
    ASSIGNMENT_WRITE = "assignment:write"
    AUDIT_READ = "audit:read"
    BUDGET_READ = "budget:read"
    BUDGET_WRITE = "budget:write"
    CHECKUP_READ = "checkup:read"
    CHECKUP_RECORD = "checkup:record"
    CLAIM_WRITE = "claim:write"
    COHORT_WRITE = "cohort:write"
    EXHIBITION_READ = "exhibition:read"
    EXHIBITION_WRITE = "exhibition:write"
    FIGURES_READ = "figures:read"
    GROUP_WRITE = "group:write"
    IMPORT_RUN = "import:run"
    INDICATOR_READ = "indicator:read"
    INDICATOR_WRITE = "indicator:write"  # a new version of a definition, by decree
    NIK_REVEAL = "nik:reveal"
    OWN_ACCOUNT = "own:account"
    PARTNERSHIP_READ = "partnership:read"
    PARTNERSHIP_WRITE = "partnership:write"
    PEOPLE_BEHIND = "people:behind"  # the rows behind a number
    PERSON_MERGE = "person:merge"
    PLAN_WRITE = "plan:write"
    RECHECK_DO = "recheck:do"  # what was drawn is not told to those whose work is checked
    RECHECK_DRAW = "recheck:draw"
    REFERENCE_MANAGE = "reference:manage"
    REGISTER_READ = "register:read"
    REGISTER_WRITE = "register:write"
    SNAPSHOT_FREEZE = "snapshot:freeze"
    SUMMARY_DOWNLOAD = "summary:download"
    TARGET_PROPOSE = "target:propose"
    TARGET_READ = "target:read"
    TARGET_WRITE = "target:write"
    VISIT_LOG = "visit:log"
    VISIT_READ = "visit:read"
    VISIT_REVIEW = "visit:review"
