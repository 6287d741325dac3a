"""What of a stylesheet can match a page, judged by the names that templates and scripts know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2 import ast

from toolkit.site.compose.styles.minify import holds_rules, minify_selector, minify_value

CSS_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
ANY_OF = {"is", "where", "matches", "any", "-webkit-any", "-moz-any"}


@dataclass(frozen=True)
class KnownNames:
    """Classes, ids and attributes that may be in a page; elements are always taken to be there."""

    words: frozenset[str]  # of attributes and ids
    classes: frozenset[str]

    def may_match(self, selector: Iterable[ast.Node]) -> bool:
        """Whether a page could hold what one selector (without commas) asks for."""
        return all(self._is_known(*pair) for pair in _neighbours(selector))

    def _is_known(self, before: ast.Node | None, token: ast.Node) -> bool:
        if isinstance(token, ast.IdentToken):
            return not (before is not None and before == ".") or token.value in self.classes
        if isinstance(token, ast.HashToken):
            return token.value in self.words
        if isinstance(token, ast.SquareBracketsBlock):
            names = [part.value for part in token.content if isinstance(part, ast.IdentToken | ast.StringToken)]
            return self.words.issuperset(names)
        if isinstance(token, ast.FunctionBlock) and token.lower_name in ANY_OF:
            return any(self.may_match(part) for part in split_selectors(token.arguments))
        return True


def split_selectors(tokens: Iterable[ast.Node]) -> list[list[ast.Node]]:
    """A list of selectors, split at its commas."""
    parts: list[list[ast.Node]] = [[]]
    for token in tokens:
        if token == ",":  # noqa: S105 - a token of CSS
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def prune_css(css: str, names: KnownNames, used_elsewhere: str = "") -> str:
    """The rules of `css` that may match, minified, without `!important` and without variables that nothing reads.

    `used_elsewhere` is CSS that reads variables too.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    text = "".join(_prune_rules(rules, names, None))
    while True:
        variables = frozenset(CSS_VARIABLE.findall(text + used_elsewhere))
        smaller = "".join(_prune_rules(rules, names, variables))
        if smaller == text:
            return text
        text = smaller


def _prune_rules(rules: Iterable[ast.Node], names: KnownNames, variables: frozenset[str] | None) -> Iterator[str]:
    """The text of each rule that is kept; `read` are the variables to keep, all if there is no such set."""
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            selectors = [minify_selector(part) for part in split_selectors(rule.prelude) if names.may_match(part)]
            content = _declarations(rule.content, variables)
            if selectors and content:
                yield f"{','.join(selectors)}{{{content}}}"
        elif isinstance(rule, ast.AtRule) and rule.content is not None and holds_rules(rule):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            content = "".join(_prune_rules(inner, names, variables))
            if content:
                yield f"@{rule.at_keyword} {minify_value(rule.prelude)}{{{content}}}"


def _declarations(content: Iterable[ast.Node], variables: frozenset[str] | None) -> str:
    items = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    declarations = [item for item in items if isinstance(item, ast.Declaration)]
    if variables is not None:
        declarations = [item for item in declarations if not item.name.startswith("--") or item.name in variables]
    return ";".join(f"{item.name}:{minify_value(item.value)}" for item in declarations)


def _neighbours(tokens: Iterable[ast.Node]) -> Iterator[tuple[ast.Node | None, ast.Node]]:
    before = None
    for token in tokens:
        yield before, token
        before = token
