"""A network of made-up summaries, built into the sites above the KIM without any KIM."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sitegen.engine.task import builder_of
from sitegen.site.contract import OUTPUT_PREFIX, Rendered, SiteJob, SiteResult, StoredPicture
from sitegen.site.summary import RingkasAgenda, Ringkasan, RingkasAspirasi, RingkasEntri
from tests.helpers import POLOS, TODAY

URL = "https://kim.contoh.id/"
REGISTER = "content/provinsi.yml"
_JENIS = ("kerajinan", "wisata", "pertanian")


class Forgetful:
    """A memo that remembers nothing."""

    templates = ""

    def text(self, _key: str, make: Callable[[], str]) -> str:
        """Make it."""
        return make()

    def picture(self, _key: str, make: Callable[[], Rendered]) -> StoredPicture:
        """Refuse: nothing here has pictures."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Network:
    """Registers and summaries in memory; ``texts`` holds the level's own files."""

    summaries: tuple[Ringkasan, ...] = ()
    kabupaten: Mapping[str, str] = field(default_factory=dict)
    """The name of each kabupaten's folder, by its code."""
    texts: Mapping[str, str] = field(default_factory=dict)
    theme: str = str(POLOS)

    def read(self, name: str) -> bytes:
        """Give a file's bytes."""
        if name == REGISTER:
            return self._register().encode()
        if name in self.texts:
            return self.texts[name].encode()
        site = name.removeprefix(OUTPUT_PREFIX).removesuffix("/kim.json")
        return next(s for s in self.summaries if s.situs == site).to_json()

    def _register(self) -> str:
        lines = ["nama: Contoh", 'kode: "62"', f"url: {URL}", "kartu_bagikan: tidak", "kabupaten:"]
        for number, (code, folder) in enumerate(self.kabupaten.items()):
            place = f"{-3 + number // 7 * 0.7:.1f}, {111 + number % 7 * 0.8:.1f}"
            name = f"Kabupaten {folder.replace('-', ' ').title()}"
            lines.append(f'  - {{kode: "{code}", nama: {name}, pusat: "{place}"}}')
        return "\n".join(lines if self.kabupaten else lines[:-1]) + "\n"

    def build(self, site: str = "") -> SiteResult:
        """Build a kabupaten, or the province."""
        below = [s for s in self.summaries if not site or s.situs.startswith(f"{site}/")]
        job = SiteJob(
            site=site,
            files={n: "" for n in self.texts if n.startswith(f"content/{site}")},
            provinsi=REGISTER,
            kabupaten="",
            theme=(self.theme,),
            theme_digest=self.theme,
            today=TODAY,
            summaries=tuple(f"{OUTPUT_PREFIX}{s.situs}/kim.json" for s in below),
            kabupaten_sites=tuple((f, c) for c, f in self.kabupaten.items()) if not site else (),
        )
        return builder_of(job.level)(job, _Read(self, below), Forgetful())


class _Read:
    """Reads summaries by site at once, however many there are."""

    def __init__(self, network: Network, below: Iterable[Ringkasan]) -> None:
        self.network = network
        self.known = {f"{OUTPUT_PREFIX}{s.situs}/kim.json": s for s in below}

    def read(self, name: str) -> bytes:
        """Give a file's bytes."""
        summary = self.known.get(name)
        return summary.to_json() if summary else self.network.read(name)


def summary(kabupaten: str, number: int, entries: int = 3) -> Ringkasan:
    """Give a KIM with berita, potensi, aspirasi of which every second waits, and an agenda."""
    site = f"{kabupaten}/kim-{number:04}"
    days = [TODAY - timedelta(days=1 + number % 90 + 3 * n) for n in range(entries)]
    return Ringkasan(
        situs=site,
        url=f"{URL}{site}/",
        nama=f"KIM Handep Hapakat {number:04}",
        level="desa",
        kode=f"62.03.{number // 100 % 90 + 10}.{2001 + number % 100}",
        desa=f"Tumbang {number:04}",
        kecamatan=f"Kecamatan {number // 100}",
        kabupaten=f"Kabupaten {kabupaten.title()}",
        jumlah={"berita": entries, "potensi": entries, "aspirasi": entries},
        terakhir=days[0] if days else None,
        per_bulan={"2026-11": entries},
        berita=tuple(
            RingkasEntri(
                judul=f"Warga desa {number} bergotong royong membangun titian {n}",
                path=f"berita/titian-{n}/",
                tanggal=day,
                ringkasan=f"Titian sepanjang {number + n} meter kini dapat dilalui anak sekolah.",
                kelompok="Pembangunan",
            )
            for n, day in enumerate(days)
        ),
        potensi=tuple(
            RingkasEntri(
                judul=f"Tikar purun {number}-{n}",
                path=f"potensi/tikar-{n}/",
                ringkasan="Anyaman purun danau, tahan lima tahun.",
                kelompok=_JENIS[n % 3],
                harga=(50_000, 150_000),
                satuan="per lembar",
            )
            for n in range(entries)
        ),
        aspirasi=tuple(
            _asked(f"{n + 1:03}/2026", f"Jembatan {number}-{n} rusak", day, waits=not n % 2)
            for n, day in enumerate(days)
        ),
        agenda=(
            RingkasAgenda(
                judul=f"Musyawarah desa {number}",
                path="agenda/musyawarah/",
                mulai=TODAY + timedelta(days=number % 60),
                jam="08:00",
                tempat="Balai Desa",
            ),
        ),
    )


def _asked(number: str, title: str, day: date, *, waits: bool) -> RingkasAspirasi:
    return RingkasAspirasi(
        nomor=number,
        judul=title,
        path=f"aspirasi/{number[:3]}/",
        tanggal=day,
        jenis="aspirasi",
        kategori=("Jalan dan jembatan", "Kesehatan", "Air bersih")[int(number[:3]) % 3],
        status="diteruskan" if waits else "selesai",
        tanggal_status=day,
        kepada="Dinas PUPR",
        tenggat=day + timedelta(days=90),
        dijawab=None if waits else day + timedelta(days=2),
        hari_kerja=None if waits else 2,
    )


def network(sizes: Mapping[str, int], theme: str = str(POLOS), entries: int = 3) -> Network:
    """Give a network with so many KIM in each kabupaten."""
    codes = {f"62.{n:02}": name for n, name in enumerate(sizes, 1)}
    found: list[Ringkasan] = []
    for name, size in sizes.items():
        found += [summary(name, len(found) + n, entries) for n in range(size)]
    return Network(tuple(found), codes, theme=theme)


def changed(value: Ringkasan, **fields: object) -> Ringkasan:
    """Give a summary with other fields."""
    return replace(value, **fields)  # type: ignore[arg-type]


def items(page: str) -> list[str]:
    """Give the items of the lists of a page as a reader sees them."""
    return [
        " ".join(html.unescape(re.sub(r"<[^>]+>", "", item)).split())
        for item in re.findall(r"<li>(.*?)</li>", page, re.DOTALL)
    ]


__all__ = ["Network", "changed", "items", "network", "replace", "summary"]
