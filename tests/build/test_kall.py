"""The macro calls of a page, read straight off: what Jinja would have written, or left to Jinja."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from macros.build.kall import Kall, plain_parts, written
from macros.makroer import Makrofeil


def kilde(*args: object, **named: object) -> str:
    return f"<{args}{named}>{{{{ ikke }}}}"


MAKROER = {"kilde": kilde}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bare tekst.\n\n",
        'Se {{ kilde("a", side=5) }} og {{kilde("b",sted="§ 5 annet ledd")}}.\n',
        "{{ kilde() }}",
        "{{ kilde('æ', 0, 12) }}}",
        "{ {{ kilde() }} }\n\n",
        '{% raw %}{{ kilde("a") }}{% endraw %}',
        '{# {{ kilde("a") }} #}',
        "{{ kilde([1]) }}",
        '{{ kilde("a\\n") }}',
        '{{- kilde("a") -}}',
        '{{ kilde("}}") }}',
        "{{ kilde() }}\r\n",
    ],
)
def test_the_text_is_what_jinja_writes_or_jinja_is_asked(text: str) -> None:
    assert written(text, MAKROER) in (None, Environment().from_string(text).render(MAKROER))


def test_a_page_of_plain_calls_takes_no_jinja() -> None:
    text = 'En\n{{ kilde("a", side=5) }}\n\n{{ kilde() }}\n'
    assert plain_parts(text, MAKROER) == [
        "En\n",
        Kall("kilde", ("a",), {"side": 5}, 2),
        "\n\n",
        Kall("kilde", (), {}, 4),
        "",
    ]


@pytest.mark.parametrize(
    "text", ["{{ ukjent() }}", "{{{ kilde() }}", "{{ kilde(01) }}", "{{ kilde(side=1, 2) }}", "{{ kilde() | upper }}"]
)
def test_what_is_not_a_plain_call_of_a_known_macro_is_left_to_jinja(text: str) -> None:
    assert written(text, MAKROER) is None


def test_a_call_that_fails_is_left_to_jinja() -> None:
    def fails() -> str:
        raise Makrofeil("Nei.")

    assert written("{{ fails() }}", {"fails": fails}) is None
