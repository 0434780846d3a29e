"""Which file belongs to whom: a listing of ``content/`` becomes provinsi, kabupaten and KIM."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.content.choices import JENIS_TULISAN
from sitegen.content.documents import Shown, papers_in
from sitegen.content.names import composed_name, is_ordinary, refused_by_windows
from sitegen.diagnostics import Diagnostic, diagnose, suggestion

KIM_FOLDERS = tuple(name for name in JENIS_TULISAN if name != "siaran")
SHARED_FOLDERS = ("siaran", "halaman")
RESERVED = frozenset(
    {*JENIS_TULISAN, "aset", "foto", "kim", "data", "galeri", "cari", "profil", "peta", "statistik"}
    | {"peta-situs", "siaran", "kabupaten", "topik", "404", "bagikan"}
)
"""Names that pages of the provinsi or of a kabupaten use beside the folders below them."""

_HIDDEN = re.compile(r"/[._]|~(?:/|\Z)")
"""A file, or a folder above it, that editors and systems keep for themselves."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".avif", ".svg", ".pdf")
_TEXTS = (".txt", ".markdown", ".mdown", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm")


@dataclass(slots=True)
class Folder:
    """The files of one site's own folder; names relative to the workspace, sorted."""

    site: str
    files: list[str] = field(default_factory=list)

    def entries(self) -> list[str]:
        """The Markdown files."""
        return [name for name in self.files if name.endswith(".md")]

    def holds(self, filename: str) -> bool:
        """Say whether a file lies directly in the folder."""
        return f"{prefix(self.site)}{filename}" in self.files


@dataclass(slots=True)
class Layout:
    """All folders by site: ``""`` is the provinsi, ``kapuas`` a kabupaten, ``kapuas/x`` a KIM."""

    provinsi: Folder
    kabupaten: dict[str, Folder]
    kim: dict[str, Folder]


def prefix(site: str) -> str:
    """Give what the names of a site's files begin with."""
    return f"content/{site}/" if site else "content/"


def arrange(names: Iterable[str]) -> tuple[Layout, list[Diagnostic]]:
    """Sort files to their sites.

    Args:
        names: paths relative to the workspace, below ``content/``.

    Returns:
        The layout, with findings about files and folders that belong nowhere.
    """
    layout = Layout(Folder(""), {}, {})
    findings: dict[str, Diagnostic] = {}
    owner, accepted = layout.provinsi, ""
    for name in sorted(names):
        place, _, filename = name.rpartition("/")
        if place == accepted and is_ordinary(filename):
            owner.files.append(name)  # as the text before it in the same folder
            continue
        parts = name.split("/")[1:]
        if _HIDDEN.search(name):
            continue
        _check_name(name, findings)
        if len(parts) == 1 or parts[0] in SHARED_FOLDERS:
            owner, inner = layout.provinsi, parts
        elif len(parts) == 2 or parts[1] in SHARED_FOLDERS:
            owner = layout.kabupaten.setdefault(parts[0], Folder(parts[0]))
            inner = parts[1:]
        else:
            layout.kabupaten.setdefault(parts[0], Folder(parts[0]))
            site = f"{parts[0]}/{parts[1]}"
            owner, inner = layout.kim.setdefault(site, Folder(site)), parts[2:]
        allowed = KIM_FOLDERS if "/" in owner.site else SHARED_FOLDERS
        if _belongs(name, owner.site, inner, allowed, findings):
            owner.files.append(name)
            accepted = place if len(inner) == 2 else ""
    _check_reserved(layout, findings)
    _check_clashes(layout, findings)
    return layout, list(findings.values())


def _check_name(name: str, findings: dict[str, Diagnostic]) -> None:
    filename = name.rpartition("/")[2]
    if refused_by_windows(filename):
        findings[name] = diagnose("nama-windows", name, nama=filename)


def _names_a_person(name: str, findings: dict[str, Diagnostic]) -> bool:
    """Say whether a picture is named after an NIK or KK number, which its address would show."""
    filename = name.rpartition("/")[2]
    if sum(map(str.isdecimal, filename)) < 16:
        return False
    # The guard is large, and hardly any name has so many digits.
    from sitegen.content.privacy import Kind, hide, scan_text

    numbers = [m for m in scan_text(filename) if m.kind is Kind.NIK]
    if numbers:
        shown = name.removesuffix(filename) + hide(filename, numbers)
        findings[name] = diagnose("nik-nama-berkas", shown)
    return bool(numbers)


def _shows_papers(name: str, findings: dict[str, Diagnostic]) -> bool:
    """Say whether a picture is named as one of somebody's identity papers, and must stay here."""
    filename = name.rpartition("/")[2]
    shown = papers_in(filename)
    if shown is not Shown.NOTHING:
        code = "foto-identitas" if shown is Shown.PAPERS else "foto-identitas-mungkin"
        findings[name] = diagnose(code, name, nama=filename)
    return shown is Shown.PAPERS


def _belongs(
    name: str,
    site: str,
    inner: list[str],
    allowed: tuple[str, ...],
    findings: dict[str, Diagnostic],
) -> bool:
    """Say whether a file is an input of its site; note why where it is not."""
    filename = inner[-1]
    lower = filename.casefold()
    picture = lower.endswith(_PICTURES)
    if len(inner) == 1:
        refused = picture and _shows_papers(name, findings)
        return not refused and not _misplaced(name, filename, allowed, findings)
    if inner[0] not in allowed:
        folder = f"{prefix(site)}{inner[0]}/"
        findings[folder] = diagnose(
            "folder-asing",
            folder,
            nama=inner[0],
            daftar=", ".join(allowed),
            saran=suggestion(inner[0], allowed),
        )
        return False
    if filename.endswith(".md"):
        return len(inner) == 2 or _too_deep(name, inner, findings)
    if lower.endswith(_TEXTS) or lower.endswith(".md"):
        stem = filename
        while stem.casefold().endswith((*_TEXTS, ".md")):
            stem = stem.rpartition(".")[0]
        findings[name] = diagnose("akhiran", name, nama=f"{stem}.md")
        return False
    private = picture and (_names_a_person(name, findings) or _shows_papers(name, findings))
    return picture and not private


def _misplaced(
    name: str, filename: str, allowed: tuple[str, ...], findings: dict[str, Diagnostic]
) -> bool:
    """Note a text that lies beside the folders of the types instead of in one."""
    if not filename.casefold().endswith((".md", *_TEXTS)):
        return False
    findings[name] = diagnose("di-luar-folder", name, daftar=", ".join(allowed), folder=allowed[0])
    return True


def _too_deep(name: str, inner: list[str], findings: dict[str, Diagnostic]) -> bool:
    findings[name] = diagnose("terlalu-dalam", name, folder=inner[0])
    return False


def _check_reserved(layout: Layout, findings: dict[str, Diagnostic]) -> None:
    """Drop folders whose name a shared page needs."""
    for site in [*layout.kabupaten, *layout.kim]:
        name = site.rpartition("/")[2]
        if name.casefold() in RESERVED:
            findings[prefix(site)] = diagnose("nama-terpakai", prefix(site), nama=name)
            _drop(layout, site)
        elif refused_by_windows(name):
            findings[prefix(site)] = diagnose("nama-windows", prefix(site), nama=name)


def _check_clashes(layout: Layout, findings: dict[str, Diagnostic]) -> None:
    """Drop folders that are one with another where case, or how letters are composed, is nothing.

    So it is on Windows and macOS, and on a server whose files were copied there.
    """
    seen: dict[str, str] = {}
    for site in sorted([*layout.kabupaten, *layout.kim]):
        other = seen.setdefault(composed_name(site).casefold(), site)
        if other != site and (site in layout.kabupaten or site in layout.kim):
            place = prefix(site)
            findings[place] = diagnose("alamat-ganda", place, alamat=f"{site}/", lain=prefix(other))
            _drop(layout, site)


def _drop(layout: Layout, site: str) -> None:
    """Drop a site, and the KIM below it."""
    layout.kim.pop(site, None)
    if layout.kabupaten.pop(site, None):
        for kim in [k for k in layout.kim if k.startswith(f"{site}/")]:
            del layout.kim[kim]
