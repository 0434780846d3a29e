"""The photos of one site: found beside the texts, rendered once, named by their content."""

import posixpath
from dataclasses import dataclass, field

from PIL import __version__ as pillow_version

from sitegen.content.names import composed_name, slugify
from sitegen.diagnostics import Diagnostic, suggestion
from sitegen.site.contract import Content, Files, Memo, Stored, StoredPicture
from sitegen.site.pictures import RECIPE, PictureFault, render
from sitegen.site.views import Foto, Varian


@dataclass(slots=True)
class Album:
    """Gives photos to pages, and collects the files they need and what was found.

    ``shares`` holds the previews of photos by address; a page that is shared with one adds it to
    the output.
    """

    digests: dict[str, str]
    files: Files
    memo: Memo
    output: dict[str, Content]
    findings: list[Diagnostic] = field(default_factory=list)
    shares: dict[str, Stored] = field(default_factory=dict)
    _known: dict[str, StoredPicture | PictureFault] = field(default_factory=dict)

    def photo(
        self, name: str, folder: str, alt: str, caption: str, place: Diagnostic
    ) -> Foto | None:
        """Give a photo below ``folder``; ``None``, with a finding, when it cannot be used.

        ``place`` is a finding of any code where the photo is asked for.
        """
        path = posixpath.normpath(posixpath.join(folder, name))
        digest = self.digests.get(path)
        if digest is None and not path.isascii():
            path = self._composed().get(composed_name(path), path)
            digest = self.digests.get(path)
        if digest is None:
            self._find("foto-hilang", place, nama=name, saran=self._near(name, folder))
            return None
        picture = self._known.get(digest)
        if picture is None:
            picture = self._known[digest] = self._render(path, digest)
        if isinstance(picture, PictureFault):
            self._find(picture.code, place, nama=name, **picture.params)
            return None
        if not alt:
            self._find("foto-alt", place, nama=name)
        return self._view(picture, path, digest, alt, caption)

    def _composed(self) -> dict[str, str]:
        """Give names by their composed form."""
        return {composed_name(name): name for name in reversed(self.digests)}

    def _render(self, path: str, digest: str) -> StoredPicture | PictureFault:
        key = f"{digest}:{RECIPE}:{pillow_version}"
        try:
            return self.memo.picture(key, lambda: render(self.files.read(path)))
        except PictureFault as fault:
            return fault
        except OSError:
            return PictureFault("foto-rusak")

    def _view(self, picture: StoredPicture, path: str, digest: str, alt: str, caption: str) -> Foto:
        stem = slugify(posixpath.basename(path).rpartition(".")[0])[:40] or "foto"
        webp, jpeg, share = [], None, ""
        for rendition in picture.renditions:
            if rendition.format == "share":
                share = f"bagikan/{stem}-{digest[:10]}.jpg"
                self.shares[share] = rendition.file
                continue
            suffix = "jpg" if rendition.format == "jpeg" else rendition.format
            address = f"foto/{stem}-{digest[:10]}-{rendition.width}.{suffix}"
            self.output[address] = rendition.file
            variant = Varian(address, rendition.width, rendition.file.size)
            if rendition.format == "webp":
                webp.append(variant)
            else:
                jpeg = variant
        assert jpeg is not None
        widths = tuple(sorted(webp, key=lambda v: v.lebar))
        return Foto(
            widths, jpeg, picture.width, picture.height, alt, caption, share, picture.colour
        )

    def _near(self, name: str, folder: str) -> str:
        beside = [
            path.rpartition("/")[2] for path in self.digests if path.rpartition("/")[0] == folder
        ]
        pictures = [n for n in beside if not n.endswith((".md", ".yml"))]
        return suggestion(name, pictures)

    def _find(self, code: str, place: Diagnostic, **params: object) -> None:
        finding = place.renamed(code, **params)
        if finding not in self.findings:
            self.findings.append(finding)
