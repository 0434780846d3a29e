"""A site as an application: the manifest and icons that let a phone keep it (W3C Web App Manifest).

The service worker itself is the theme's, in ``static/akar/sw.js``.
"""

import json

from sitegen.site.views import SitusView

_ICONS = (192, 512)
_SHORT = 12


def app_files(situs: SitusView) -> dict[str, bytes]:
    """Give the manifest and the icons of a site."""
    from sitegen.site.sharecard import draw_icon

    words = [word for word in situs.nama.split() if word not in ("KIM", "Kabupaten", "Kota")]
    letters = "".join(word[0].upper() for word in words[:2]) or "K"
    colour = situs.warna["utama"]
    files = {f"ikon-{size}.png": draw_icon(letters, colour, size) for size in _ICONS}
    short = " ".join(words)
    record = {
        "name": situs.nama,
        "short_name": short if len(short) <= _SHORT else (words or [situs.nama])[0],
        "lang": situs.bahasa,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": colour,
        "background_color": "#faf7f0",
        "icons": [
            {"src": f"ikon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in _ICONS
        ],
    }
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    files["situs.webmanifest"] = text.encode()
    return files
