"""The mutants of a module: the same source with one small mistake in it, each at a place that can be told."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Mutant(NamedTuple):
    """One mistake: where it is, and what is done there; `node` counts as `ast.walk` goes, -1 is no mistake."""

    file: str
    line: int
    what: str
    node: int
    choice: int

    def tree(self, root: Path) -> ast.Module:
        """The module with the mistake."""
        tree = ast.parse((root / self.file).read_text(encoding="utf-8"))
        if self.node >= 0:
            _apply(tree, list(ast.walk(tree))[self.node], self.choice)
        return ast.fix_missing_locations(tree)


def mutants(root: Path, file: str) -> Iterator[Mutant]:
    """Every mutant of `file`, a path from `root`; what tells only readers and checkers something is left alone."""
    tree = ast.parse((root / file).read_text(encoding="utf-8"))
    left = _left_alone(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in left:
            for choice, what in enumerate(_ways(node)):
                yield Mutant(file, getattr(node, "lineno", 0), what, number, choice)


def _left_alone(tree: ast.Module) -> set[int]:
    """Annotations, docstrings, decorators, imports, and guards of type checkers."""
    roots: list[ast.AST] = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            roots.append(node)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AnnAssign, ast.arg)):
            roots += [one for one in (getattr(node, "annotation", None), getattr(node, "returns", None)) if one]
            roots += getattr(node, "decorator_list", [])
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            roots.append(node)
        if isinstance(node, ast.JoinedStr):  # only how a text is put together
            roots += [one for one in node.values if isinstance(one, ast.Constant)]
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            roots.append(node.format_spec)
    return {id(below) for one in roots for below in ast.walk(one)}


def _ways(node: ast.AST) -> list[str]:  # noqa: C901, PLR0911, PLR0912
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            return [f"{type(op).__name__} -> {_COMPARED[type(op)].__name__}"]
        case ast.BoolOp(op=ast.And()):
            return ["and -> or"]
        case ast.BoolOp(op=ast.Or()):
            return ["or -> and"]
        case ast.UnaryOp(op=ast.Not()):
            return ["not dropped"]
        case ast.BinOp(op=op) if type(op) in _COUNTED:
            return [f"{type(op).__name__} -> {_COUNTED[type(op)].__name__}"]
        case ast.Constant(value=bool() as value):
            return [f"{value} -> {not value}"]
        case ast.Constant(value=int() as value):
            return [f"{value} -> {value + 1}"]
        case ast.Constant(value=str() as value) if value:
            return [f"{value!r} -> ''"]
        case ast.If() | ast.IfExp() | ast.While():
            return ["never true"] if isinstance(node, ast.While) else ["always true", "never true"]
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            return ["returns None"]
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise():
            return ["left out"]
        case ast.Continue():
            return ["continue -> break"]
        case ast.Break():
            return ["break -> continue"]
        case _:
            return []


def _apply(tree: ast.Module, node: ast.AST, choice: int) -> None:  # noqa: C901
    match node:
        case ast.Compare():
            node.ops = [_COMPARED[type(node.ops[0])]()]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            _replace(tree, node, node.operand)
        case ast.BinOp():
            node.op = _COUNTED[type(node.op)]()
        case ast.Constant(value=bool() as value):
            node.value = not value
        case ast.Constant(value=int() as value):
            node.value = value + 1
        case ast.Constant():
            node.value = ""
        case ast.If() | ast.IfExp() | ast.While():
            node.test = ast.Constant(value=choice == 0 and not isinstance(node, ast.While))
        case ast.Return():
            node.value = ast.Constant(value=None)
        case ast.Continue():
            _replace(tree, node, ast.Break())
        case ast.Break():
            _replace(tree, node, ast.Continue())
        case _:
            _replace(tree, node, ast.Pass())


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if value is old:
                setattr(node, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                setattr(node, name, [new if one is old else one for one in value])
