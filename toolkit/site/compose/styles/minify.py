"""CSS as short as its meaning allows: no comment, no space that separates nothing."""

from __future__ import annotations

from collections.abc import Iterable

import tinycss2
from tinycss2 import ast

BRACKETS = {"() block": ("(", ")"), "[] block": ("[", "]"), "{} block": ("{", "}")}
LOOSE = {",", "{", "}", ";"}  # no space is needed on either side of these, wherever they are
COMBINATORS = {">", "+", "~"}  # nor of these in a selector; in calc() the space around + matters


def minify_rules(rules: Iterable[ast.Node]) -> str:
    """Parsed rules as text; rules that hold nothing are left out."""
    return "".join(map(_rule, rules))


def minify_css(css: str) -> str:
    """A stylesheet as text."""
    return minify_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def minify_selector(tokens: Iterable[ast.Node]) -> str:
    """A selector, or a list of them."""
    return _join(tokens, LOOSE | COMBINATORS)


def minify_value(tokens: Iterable[ast.Node]) -> str:
    """The value of a declaration, or what follows the name of an at-rule."""
    return _join(tokens, LOOSE)


def holds_rules(rule: ast.AtRule) -> bool:
    """Whether an at-rule's block holds rules, as @media does, rather than declarations, as @font-face does."""
    return rule.lower_at_keyword in {"media", "supports", "layer"}


def _rule(rule: ast.Node) -> str:
    if isinstance(rule, ast.QualifiedRule):
        content = _declarations(rule.content)
        return f"{minify_selector(rule.prelude)}{{{content}}}" if content else ""
    if not isinstance(rule, ast.AtRule):
        return ""
    head = f"@{rule.at_keyword} {minify_value(rule.prelude)}".rstrip()
    if rule.content is None:
        return f"{head};"
    if holds_rules(rule) or rule.lower_at_keyword.endswith("keyframes"):
        content = minify_rules(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
    else:
        content = _declarations(rule.content)
    return f"{head}{{{content}}}" if content else ""


def _declarations(content: Iterable[ast.Node]) -> str:
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return ";".join(_declaration(item) for item in items if isinstance(item, ast.Declaration))


def _declaration(declaration: ast.Declaration) -> str:
    important = "!important" if declaration.important else ""
    return f"{declaration.name}:{minify_value(declaration.value)}{important}"


def _join(tokens: Iterable[ast.Node], tight: set[str]) -> str:
    """The tokens' text, with one space where whitespace separates two that are not `tight`."""
    text, space = "", False
    for token in tokens:
        if isinstance(token, ast.WhitespaceToken | ast.Comment):
            space = True
            continue
        piece = _token(token, tight)
        if space and text and text[-1] not in tight | {":"} and piece[0] not in tight:
            text += " "
        text, space = text + piece, False
    return text


def _token(token: ast.Node, tight: set[str]) -> str:
    if isinstance(token, ast.FunctionBlock):
        return f"{token.name}({_join(token.arguments, tight)})"
    if token.type in BRACKETS:
        opening, closing = BRACKETS[token.type]
        return opening + _join(token.content, tight) + closing
    text: str = token.serialize()
    return text
