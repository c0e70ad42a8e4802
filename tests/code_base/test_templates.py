"""Templates can be parsed, use what they import, and hold nothing that the content policy would refuse."""

from __future__ import annotations

import re

import pytest
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from tests.code_base.tree import TEMPLATES, said, templates

REFUSED = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)|javascript:", re.IGNORECASE),
    "inline style": re.compile(r"<style|\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\s(on[a-z]+|hx-on[\w:-]*)\s*=", re.IGNORECASE),
    "foreign address": re.compile(r"\b(src|href|action)\s*=\s*[\"']?(https?:)?//", re.IGNORECASE),
}
environment = SandboxedEnvironment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"])
each_template = pytest.mark.parametrize("path", templates(), ids=said)


@each_template
def test_a_template_can_be_parsed_and_uses_what_it_imports(path):
    tree = environment.parse(path.read_text(encoding="utf-8"))
    used = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"}

    assert _imported(tree) - used == set()


@each_template
def test_a_template_holds_nothing_inline(path):
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert {name: found[0] for name, wrong in REFUSED.items() if (found := wrong.search(text))} == {}


@each_template
def test_a_template_that_is_named_exists(path):
    tree = environment.parse(path.read_text(encoding="utf-8"))
    kinds = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    named = {node.template.value for node in tree.find_all(kinds) if isinstance(node.template, nodes.Const)}

    assert {
        name for name in named if not (TEMPLATES / name).exists() and not name.startswith("bootstrap")
    } == set()


def test_every_component_is_used_somewhere():
    sources = {path: path.read_text(encoding="utf-8") for path in templates()}
    macros = {
        (said(path), macro.name)
        for path, text in sources.items()
        if path.parent.name == "components"
        for macro in environment.parse(text).find_all(nodes.Macro)
    }
    everything = "\n".join(sources.values())

    assert {macro for macro in macros if len(re.findall(rf"\b{macro[1]}\b", everything)) < 2} == set()


def _imported(tree: nodes.Template) -> set[str]:
    names = {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.FromImport):
        names |= {name[1] if isinstance(name, tuple) else name for name in node.names}
    return names
