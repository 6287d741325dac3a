"""What could run in a page is found wherever it hides, and words about it are left alone."""

from __future__ import annotations

import pytest

from toolkit.site.running import running_parts

RUNNING = (
    "<script>alert(1)</script>",
    '<SCRIPT type="text/javascript">x</SCRIPT>',
    "<img src=x onerror=alert(1)>",
    '<img alt="a > b" src="x"onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    '<a href=" javascript:alert(1)">',
    "<form action=javascript:x>",
)
HARMLESS = (
    '<script src="../assets/site.js" defer></script>',
    '<img alt="&lt;img src=x onerror=alert(1)&gt;" src="logo.svg">',
    "<p>Write onclick= or javascript: or &lt;script&gt; in words.</p>",
    '<a href="https://example.org/?on=1&amp;one=2">',
)


@pytest.mark.parametrize("html", RUNNING)
def test_what_could_run_is_found(html: str) -> None:
    assert 1 == len(list(running_parts(f"<p>Before.</p>{html}<p>After.</p>")))


@pytest.mark.parametrize("html", HARMLESS)
def test_words_and_the_sites_own_scripts_are_left_alone(html: str) -> None:
    assert [] == list(running_parts(html))
