"""Settings of every site; each site's own file adds its name and address."""

from pathlib import Path

GAYA = (Path(__file__).parent / "static" / "gaya.css").read_text("utf-8")
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
THEME_STATIC_DIR = "theme"
DEFAULT_PAGINATION = 12
DIRECT_TEMPLATES = ["index", "berita", "categories", "404", "sitemap"]
PAGINATED_TEMPLATES = {"berita": None, "category": None}
BERITA_SAVE_AS = "berita/index.html"
CATEGORIES_SAVE_AS = "kategori/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
ARTICLE_URL = "berita/{slug}/"
ARTICLE_SAVE_AS = "berita/{slug}/index.html"
CATEGORY_URL = "kategori/{slug}/"
CATEGORY_SAVE_AS = "kategori/{slug}/index.html"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/halaman/{number}/", "{base_name}/halaman/{number}/index.html"),
]
FEED_ALL_ATOM = "atom.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
PLUGINS = ["neighbors"]
STATIC_PATHS: list[str] = []
MARKDOWN = {
    "extension_configs": {
        f"markdown.extensions.{name}": {}
        for name in ("tables", "sane_lists", "fenced_code", "attr_list", "toc", "meta")
    },
    "output_format": "html",
}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
