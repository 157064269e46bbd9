"""Tags for search engines and sharing: there when the site has an address, and only then."""

from __future__ import annotations

from pathlib import Path

from macros.finish import finish
from tests.finish.lite import MED_ADRESSE, UTEN_ADRESSE, finished, page

HEAD = '<meta name="description" content="Om &quot;Lørenskog&quot;">'


def head_of(root: Path, path: str) -> list[str]:
    text = (root / path).read_text("utf-8")
    wanted = ("og:", "twitter:", "canonical", "robots")
    return [line.strip() for line in text.splitlines() if any(f'"{name}' in line for name in wanted)]


def test_a_page_gets_a_canonical_address_and_a_card(tmp_path: Path):
    text = page(head=HEAD, title="<title>Lørenskog – Prøve</title>")
    finished(tmp_path, {"eksempler/lorenskog/index.html": text}, MED_ADRESSE)
    assert head_of(tmp_path, "eksempler/lorenskog/index.html") == [
        '<link rel="canonical" href="https://eksempel.no/base/eksempler/lorenskog/">',
        '<meta property="og:type" content="article">',
        '<meta property="og:site_name" content="Prøve">',
        '<meta property="og:locale" content="nb_NO">',
        '<meta property="og:url" content="https://eksempel.no/base/eksempler/lorenskog/">',
        '<meta property="og:title" content="Lørenskog">',
        '<meta property="og:description" content="Om &quot;Lørenskog&quot;">',
        '<meta name="twitter:card" content="summary">',
    ]


def test_what_the_theme_has_made_is_not_made_again(built: Path):
    finish(built, MED_ADRESSE)
    lines = head_of(built, "index.html")
    assert lines[0] == '<link rel="canonical" href="https://eksempel.no/base/">'
    assert sum("canonical" in line for line in lines) == 1
    assert '<meta property="og:type" content="website">' in lines
    assert '<meta property="og:title" content="Prøve">' in lines


def test_a_page_that_has_a_picture_shows_it(tmp_path: Path):
    files = {"lov/klage/index.html": page(title="<title>Klage – Prøve</title>"), "assets/deling/lov-klage.png": ""}
    finished(tmp_path, files, MED_ADRESSE)
    lines = head_of(tmp_path, "lov/klage/index.html")
    assert '<meta property="og:image" content="https://eksempel.no/base/assets/deling/lov-klage.png">' in lines
    assert '<meta property="og:image:alt" content="Prøve: Klage">' in lines
    assert '<meta name="twitter:card" content="summary_large_image">' in lines


def test_the_404_page_is_kept_out_of_indexes(tmp_path: Path):
    finished(tmp_path, {"404.html": page(), "index.html": page()}, MED_ADRESSE)
    assert head_of(tmp_path, "404.html") == ['<meta name="robots" content="noindex">']
    assert not [line for line in head_of(tmp_path, "index.html") if "robots" in line]


def test_without_an_address_nothing_is_added(tmp_path: Path):
    finished(tmp_path, {"index.html": page(head=HEAD), "404.html": page()}, UTEN_ADRESSE)
    assert head_of(tmp_path, "index.html") == head_of(tmp_path, "404.html") == []


def test_what_schema_org_says_of_a_page_stands_in_it_as_data(tmp_path: Path):
    """With or without an address; the policy gets no hash for it, since it is never run."""
    (tmp_path / "index.html").write_text(page(), encoding="utf-8")
    assert finish(tmp_path, UTEN_ADRESSE, data_blocks={"index.html": '{"@type":"WebSite"}'}).funn == ()
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert text.count('<script type="application/ld+json">{"@type":"WebSite"}</script>') == 1
    assert "sha256" not in text
