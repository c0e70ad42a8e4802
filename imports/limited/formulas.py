"""Formulas that were stored without a result: plain arithmetic is worked out, the rest is only named."""

from __future__ import annotations

import ast
import operator
import re
from typing import Any

FARTHEST = 100_000  # rows
WITHOUT_RESULT = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"[^>]*>\s*'
    rb"<f(?:/>|[^>]*?/>|[^>]*>([^<]*)</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
OPERATORS: dict[type, Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def uncalculated(xml: bytes, max_columns: int) -> list[tuple[int, int, float | str]]:
    """(row number, column, value or formula) of each."""
    found = []
    for letters, digits, formula in WITHOUT_RESULT.findall(xml):
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        number = int(digits)
        if column <= max_columns and number <= FARTHEST:
            text = formula.decode("utf-8", "replace")
            value = calculate(text)
            found.append((number, column - 1, text[:100] if value is None else value))
    return found


def calculate(formula: str) -> float | None:
    """The value of `10*25` or `160+100`; None as soon as anything else is in it."""
    if len(formula) > 200 or not re.fullmatch(r"[0-9.+\-*/() ]+", formula):
        return None
    try:
        return float(_value(ast.parse(formula.strip(), mode="eval").body))
    except (SyntaxError, ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return float(OPERATORS[type(node.op)](_value(node.left), _value(node.right)))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ValueError("not plain arithmetic")
