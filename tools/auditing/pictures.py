"""Pictures: the previews of messengers are as they ask, and nothing published tells where."""

from PIL import Image

from .findings import Finding, Ledger
from .links import names_of
from .site import Site

_PREVIEW = (1200, 630)
_MOST = 300 * 1024
_TELLING = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "icc_profile")


def check(site: Site, ledger: Ledger) -> None:
    """Look at each page's preview and into each picture."""
    previews = set()
    for page in site.pages:
        meta = names_of(page).meta
        address = meta.get("og:image", "")
        if not address:
            if "noindex" not in meta.get("robots", ""):
                ledger.add([Finding("pictures", "og:image", site.address(page), detail="none")])
            continue
        file = site.file_at(site.own(address) or "?")
        if file is None:
            ledger.add([Finding("pictures", "og:image", site.address(page), address, "missing")])
        elif file not in previews:
            previews.add(file)
            with Image.open(file) as picture:
                fits = picture.size == _PREVIEW and picture.format == "JPEG"
            if not fits or file.stat().st_size > _MOST:
                ledger.add([Finding("pictures", "og:image", site.address(page), address, "form")])
    count = 0
    for file in sorted(site.root.rglob("*")):
        if file.suffix not in {".jpg", ".jpeg", ".webp", ".png"}:
            continue
        count += 1
        with Image.open(file) as picture:
            picture.load()
            told = [name for name in _TELLING if name in picture.info]
            if picture.getexif():
                told.append("EXIF")
        if told:
            name = site.address(file)
            ledger.add([Finding("pictures", "metadata", name, detail=", ".join(told))])
    ledger.notes.append(f"pictures: {count} files, {len(previews)} of them previews.")
