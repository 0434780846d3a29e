"""An entry as a message to paste into WhatsApp."""

from html.parser import HTMLParser

from sitegen.site.views import EntriView

LONGEST = 4000
"""Letters of a message; longer ones are cut, for few people unfold them."""

_MARKS = {"strong": "*", "b": "*", "em": "_", "i": "_", "del": "~", "s": "~", "code": "```"}
_BLOCKS = frozenset(("p", "ul", "ol", "blockquote", "table", "pre", "figure", "div", "hr"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def message(view: EntriView, *, site: str, url: str, day: str, more: str, full: bool) -> str:
    """Give a text with bold and italics as WhatsApp writes them, and the address.

    Args:
        view: the entry.
        site: the name of the KIM.
        url: the absolute address of the entry.
        day: its day in words, or nothing.
        more: the words before the address.
        full: whether the whole text goes along, else its summary does.
    """
    title = _cut(view.judul.replace("*", ""), LONGEST // 4)
    head = f"*{title}*"
    byline = "_" + ", ".join(part for part in (site, day) if part) + "_"
    foot = f"{more} {url}"
    body = to_whatsapp(str(view.isi)) if full else view.ringkasan
    room = LONGEST - len(head) - len(byline) - len(foot) - 8
    body = _cut(body, room)
    return "\n\n".join(part for part in (f"{head}\n{byline}", body, foot) if part)


def _cut(text: str, room: int) -> str:
    """Shorten a text between words where it is longer than its room."""
    if len(text) <= room:
        return text
    return text[: room - 2].rsplit(" ", 1)[0].rstrip(" *_~") + " …"


def to_whatsapp(markup: str) -> str:
    """Give sanitised HTML as plain text with the marks of WhatsApp."""
    writer = _Writer()
    writer.feed(markup)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._lists: list[int] = []
        self._cells = 0
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._verbatim += tag == "pre"
        if tag in _HEADINGS:
            self._parts.append("\n\n*")
        elif tag in _BLOCKS:
            self._parts.append("\n\n" if not self._lists else "\n")
            if tag in ("ul", "ol"):
                start = dict(attrs).get("start") or "1"
                self._lists.append(int(start) if tag == "ol" and start.isdecimal() else 0)
            elif tag == "blockquote":
                self._parts.append("> ")
        elif tag == "li":
            number = self._lists[-1] if self._lists else 0
            self._parts.append(f"\n{number}. " if number else "\n- ")
            if number:
                self._lists[-1] += 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "tr":
            self._parts.append("\n")
            self._cells = 0
        elif tag in ("td", "th"):
            self._parts.append(" · " if self._cells else "")
            self._cells += 1
        else:
            self._parts.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._verbatim -= tag == "pre"
        if tag in _HEADINGS:
            self._parts.append("*\n\n")
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._parts.append("\n\n" if not self._lists else "")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        else:
            self._parts.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        self._parts.append(data if self._verbatim else data.replace("\n", " "))

    def text(self) -> str:
        """Give what was written, with no more than one empty line between blocks."""
        lines: list[str] = []
        for line in "".join(self._parts).split("\n"):
            words = " ".join(line.split())
            if words in (">", "-"):
                lines.append(words + " ")
            elif words or (lines and lines[-1] and not lines[-1].endswith("> ")):
                joined = bool(lines) and lines[-1] in ("> ", "- ")
                lines[-1:] = [lines[-1] + words] if joined else [*lines[-1:], words]
        return "\n".join(lines).strip()
