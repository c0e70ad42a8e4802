"""What the command says of a file, in the agreed JSON."""

from __future__ import annotations

from typing import Any

from imports import FileRefused, ImportReading, Outcome, Problem, SheetReading
from wub.importing.plan import Plan


def read_answer(file: str, reading: ImportReading, plan: Plan) -> dict[str, Any]:
    return {
        "file": file,
        "sheets": [_sheet(sheet, plan) for sheet in reading.sheets],
        "persons_new": plan.persons_new,
        "persons_matched": plan.persons_matched,
        "held_as_provisional": plan.held_as_provisional,
    }


def refused_answer(file: str, refused: FileRefused) -> dict[str, Any]:
    return {"file": file, "refused": {"code": refused.code, "message": refused.sentence}}


def _sheet(sheet: SheetReading, plan: Plan) -> dict[str, Any]:
    counts = plan.counts[sheet.sheet]
    return {
        "sheet": sheet.sheet,
        "kind": sheet.kind.value,
        "data_rows": sheet.data_rows,
        **{outcome.value: counts[outcome] for outcome in Outcome},
        "problems": [line for problem in sheet.problems for line in _problem(problem)],
    }


def _problem(problem: Problem) -> list[dict[str, Any]]:
    message = problem.sentence + "".join(f" ({part})" for part in (problem.said, problem.hint) if part)
    return [
        {"row": row, "column": problem.column, "code": problem.code, "message": message}
        for row in (problem.row, *problem.also)
    ]
