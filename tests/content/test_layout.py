"""Which file belongs to whom, and what belongs nowhere."""

import pytest

from sitegen.content.layout import arrange


def owner(name: str) -> tuple[str | None, list[str]]:
    """Give the site that a file is an input of, and the codes of findings."""
    layout, findings = arrange([f"content/{name}"])
    folders = [layout.provinsi, *layout.kabupaten.values(), *layout.kim.values()]
    owners = [folder.site for folder in folders if folder.files]
    return (owners[0] if owners else None), [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("provinsi.yml", ""),
        ("siaran/asap.md", ""),
        ("siaran/asap.jpg", ""),
        ("halaman/tentang.md", ""),
        ("kapuas/kabupaten.yml", "kapuas"),
        ("kapuas/siaran/rapat.md", "kapuas"),
        ("kapuas/kim-handep/kim.yml", "kapuas/kim-handep"),
        ("kapuas/kim-handep/logo.png", "kapuas/kim-handep"),
        ("kapuas/kim-handep/berita/panen.md", "kapuas/kim-handep"),
        ("kapuas/kim-handep/berita/panen.HEIC", "kapuas/kim-handep"),
        ("kapuas/kim-handep/berita/foto/panen.jpg", "kapuas/kim-handep"),
    ],
)
def test_the_owner_of_a_file(name: str, site: str) -> None:
    assert owner(name) == (site, [])


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("kapuas/kim-handep/berita/.panen.md.swp", []),
        ("kapuas/kim-handep/berita/_rencana.md", []),
        ("kapuas/kim-handep/berita/panen.md~", []),
        ("kapuas/kim-handep/_arsip/berita/panen.md", []),
        ("kapuas/kim-handep/berita/rekaman.mp3", []),
        ("kapuas/kim-handep/berita/panen.md.txt", ["akhiran"]),
        ("kapuas/kim-handep/berita/panen.docx", ["akhiran"]),
        ("kapuas/kim-handep/berita/PANEN.MD", ["akhiran"]),
        ("kapuas/kim-handep/berita/2026/panen.md", ["terlalu-dalam"]),
        ("kapuas/kim-handep/brita/panen.md", ["folder-asing"]),
        ("kapuas/kim-handep/siaran/panen.md", ["folder-asing"]),
        ("kapuas/profil/kim.yml", ["nama-terpakai"]),
        ("berita/kim-handep/kim.yml", ["nama-terpakai"]),
    ],
)
def test_what_belongs_nowhere(name: str, codes: list[str]) -> None:
    assert owner(name) == (None, codes)


def test_the_order_of_names_does_not_matter() -> None:
    names = [
        *("content/provinsi.yml", "content/kapuas/kim-a/kim.yml", "content/kapuas/kim-a/x/y.md"),
        *("content/kapuas/kim-a/berita/b.md", "content/kapuas/kim-a/berita/a.md"),
    ]
    assert arrange(names) == arrange(reversed(names))


def test_a_kabupaten_with_a_name_that_is_needed_takes_its_kim_along() -> None:
    layout, _findings = arrange(["content/peta/kabupaten.yml", "content/peta/kim-a/kim.yml"])
    assert (layout.kabupaten, layout.kim) == ({}, {})
