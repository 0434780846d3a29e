"""Everything that people do to a workspace, as steps that Hypothesis may take in any order."""

import os
import shutil
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.helpers import (
    HANDEP,
    KIM,
    PHOTOS,
    POLOS,
    SMALL,
    Province,
    bitmap,
    entry,
)

KINDS = ("berita", "potensi", "halaman", "pengumuman", "agenda", "aspirasi")
NAMES = ("panen", "Panen", "2026-11-20-pasar", "titian", "con", "panen raya!")
WORDS = ("Panen raya", "Pasar & dermaga", "Titian <baru>")
DAYS = tuple(map(date.fromisoformat, ("2026-10-01", "2026-11-24", "2026-11-29", "2027-07-01")))
TARGETS = ("", "Kapuas", "Barito Selatan", "kim-handep", "62.03.09", "Timpah", "Tidak Ada")
PROVINCE_CHANGES = (
    ("Isen mulang", "Maju bersama"),
    ("https://kim.", "https://desa."),
    ("WIB", "WITA"),
    ("info@", "kabar@"),
    ("jumlah_kecamatan: 6", "jumlah_kecamatan: 7"),
    ("nama: Kabupaten Barito Selatan", "nama: Barsel"),
    ('kode: "62.04"', 'kode: "62.05"'),
    ("tema: polos", "tema: lain"),
)
ENTRY_LINES = """\
terbit: 2026-12-01
draf: ya
tanggal: 31-13-2026
foto: panen.jpg
alias: lama, berita/panen
jdul: salah
bahasa: nij""".splitlines()
KIM_LINES = """\
slogan: Maju
warna: {utama: '#123456'}
tema: anak
tema: lain
tema: hilang
situs: https://kim.contoh.id/x
level: rukun
logo: logo.png
misi: [a""".splitlines()
TEMPLATE_PARTS = """\
{# #}
<p>Lagi</p>
{{ tidak_ada }}
{% if
{% if agenda is defined and agenda %}{{ tidak_ada }}{% endif %}""".splitlines()
TEMPLATES = ("kim/beranda.html", "provinsi/beranda.html", "kabupaten/beranda.html", "umum/404.html")

days = st.sampled_from(DAYS)
words = st.sampled_from(WORDS)
sites = st.sampled_from(KIM)
ideas = st.data()


def fields(kind: str, title: str, day: date) -> str:
    """Give an entry of a type with what it needs."""
    more = {
        "potensi": {"jenis": "pertanian", "topik": "padi, panen"},
        "agenda": {"tanggal": "", "mulai": f"{day} 08:00", "tempat": "Balai desa"},
        "aspirasi": {"nomor": f"{day:%d}/2026", "jenis": "aspirasi", "tempat": "{rt: RT 001}"},
        "pengumuman": {"berlaku_sampai": day.isoformat(), "tanggal": "2026-10-01"},
    }.get(kind, {"kategori": title.split()[0], "topik": "padi"})
    body = f"Isi {title}.\n\n![Foto](panen.jpg)\n\n[Panen](panen.md)"
    return entry(title, body, **{"tanggal": day.isoformat(), **more})


class Edits(RuleBasedStateMachine):
    """A province under the hands of many. Some steps break it, some mend it, some do nothing."""

    province: Province

    # What a step may choose from

    def pick(self, data: st.DataObject, place: str, ending: str = "") -> str | None:
        """Choose a file below a folder of the workspace, if there is one."""
        root = self.province.root
        found = [path for path in (root / place).rglob(f"*{ending}") if path.is_file()]
        names = sorted(path.relative_to(root).as_posix() for path in found)
        return data.draw(st.sampled_from(names)) if names else None

    def pick_kim(self, data: st.DataObject) -> str | None:
        """Choose a KIM that is there."""
        name = self.pick(data, "content", "kim.yml")
        return name.removesuffix("/kim.yml") if name else None

    # Entries and photos

    @rule(
        site=sites, kind=st.sampled_from(KINDS), name=st.sampled_from(NAMES), title=words, day=days
    )
    def write_entry(self, site: str, kind: str, name: str, title: str, day: date) -> None:
        """Add an entry, or write over one."""
        self.province.write(f"content/{site}/{kind}/{name}.md", fields(kind, title, day))

    @rule(data=ideas, change=st.sampled_from(ENTRY_LINES))
    def add_field(self, data: st.DataObject, change: str) -> None:
        """Add a line to the head of an entry: right, wrong, or doubled."""
        if name := self.pick(data, "content", ".md"):
            text = self.province.read(name)
            self.province.write(name, text.replace("---\n", f"---\n{change}\n", 1))

    @rule(data=ideas, text=st.sampled_from(("", "Tambahan.\n", "<script>", "![a](../x.jpg)\n")))
    def edit_entry(self, data: st.DataObject, text: str) -> None:
        """Add to the text of an entry, or empty the file."""
        if name := self.pick(data, "content", ".md"):
            self.province.write(name, self.province.read(name) + text if text else "")

    @rule(data=ideas, new=st.sampled_from(NAMES))
    def rename_entry(self, data: st.DataObject, new: str) -> None:
        """Give an entry another name, maybe that of another entry."""
        if name := self.pick(data, "content", ".md"):
            self.province.move(name, f"{name.rpartition('/')[0]}/{new}.md")

    @rule(data=ideas)
    def swap_entries(self, data: st.DataObject) -> None:
        """Let two entries swap their names, dates of change included."""
        names = [self.pick(data, f"content/{HANDEP}/berita", ".md") for _ in range(2)]
        if names[0] and names[1] and names[0] != names[1]:
            self.province.move(names[0], "simpan")
            self.province.move(names[1], names[0])
            self.province.move("simpan", names[1])

    @rule(data=ideas)
    def delete_content(self, data: st.DataObject) -> None:
        """Delete a text, a photo or a register, but not the province's."""
        name = self.pick(data, "content")
        if name and name != "content/provinsi.yml":
            self.province.remove(name)

    @rule(data=ideas)
    def misplace_content(self, data: st.DataObject) -> None:
        """Move one file to the folder of another: a register to another kabupaten, a photo away."""
        name, beside = self.pick(data, "content"), self.pick(data, "content")
        if name and beside and name != "content/provinsi.yml":
            self.province.move(name, f"{beside.rpartition('/')[0]}/{name.rpartition('/')[2]}")

    @rule(name=st.sampled_from(PHOTOS), shade=st.integers(0, 9), keep=st.booleans())
    def write_photo(self, name: str, shade: int, keep: bool) -> None:
        """Add or replace a photo, maybe by one of the same size and date."""
        path = self.province.path(f"content/{name}")
        before = path.stat() if keep and path.exists() else None
        self.province.write(f"content/{name}", bitmap(shade) if shade else b"rusak")
        if before:
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    # Registers

    @rule(data=ideas, line=st.sampled_from(KIM_LINES))
    def edit_kim(self, data: st.DataObject, line: str) -> None:
        """Change a KIM's register, or break it."""
        if site := self.pick_kim(data):
            key = line.partition(":")[0]
            name = f"{site}/kim.yml"
            kept = [t for t in self.province.read(name).splitlines() if not t.startswith(key)]
            self.province.write(name, "\n".join([*kept, line, ""]))

    @rule(data=ideas)
    def mend_kim(self, data: st.DataObject) -> None:
        """Bring back a KIM as it was at first."""
        site = data.draw(sites)
        kept = SMALL / "content" / site
        shutil.copytree(kept, self.province.root / "content" / site, dirs_exist_ok=True)

    @rule(
        data=ideas,
        new=st.sampled_from(("kapuas", "barito-selatan", "gunung-mas")),
        code=st.booleans(),
    )
    def move_kim(self, data: st.DataObject, new: str, code: bool) -> None:
        """Move a KIM to another kabupaten, with its code or without."""
        site = self.pick_kim(data)
        target = f"content/{new}/{site.rpartition('/')[2]}" if site else ""
        if not site or self.province.path(target).exists():
            return
        self.province.move(site, target)
        if code:
            text = self.province.read(f"{target}/kim.yml")
            wanted = {"kapuas": "62.03", "barito-selatan": "62.04"}.get(new, "62.10")
            for old in ("62.03", "62.04", "62.10"):
                text = text.replace(f'"{old}.', f'"{wanted}.')
            self.province.write(f"{target}/kim.yml", text)

    @rule(data=ideas)
    def delete_kim(self, data: st.DataObject) -> None:
        """Delete a KIM with all it holds."""
        if site := self.pick_kim(data):
            self.province.remove(site)

    @rule(
        owner=st.sampled_from(("kapuas", "barito-selatan")),
        name=words,
        code=st.sampled_from(("62.03", "62.04", "99.01")),
    )
    def edit_kabupaten(self, owner: str, name: str, code: str) -> None:
        """Change a kabupaten's register, or break it."""
        text = f'nama: {name}\nkode: "{code}"\njumlah_kecamatan: {len(name)}\n'
        self.province.write(f"content/{owner}/kabupaten.yml", text)

    @rule(change=st.sampled_from(PROVINCE_CHANGES))
    def edit_province(self, change: tuple[str, str]) -> None:
        """Change the province's register, or undo the change."""
        text = self.province.read("content/provinsi.yml")
        old, new = change if change[0] in text else change[::-1]
        self.province.write("content/provinsi.yml", text.replace(old, new))

    @rule(
        owner=st.sampled_from(("siaran", "kapuas/siaran")),
        name=st.sampled_from(NAMES[2:4]),
        aim=st.sampled_from(TARGETS),
        day=days,
    )
    def write_siaran(self, owner: str, name: str, aim: str, day: date) -> None:
        """Add a siaran, or aim one elsewhere."""
        until = DAYS[-1].isoformat()
        text = entry(
            "Siaran",
            "![Asap](asap.jpg)",
            tanggal=day.isoformat(),
            sasaran=aim,
            berlaku_sampai=until,
        )
        self.province.write(f"content/{owner}/{name}.md", text)

    # Themes

    @rule(
        theme=st.sampled_from(("polos", "lain")),
        name=st.sampled_from(TEMPLATES),
        text=st.sampled_from(TEMPLATE_PARTS),
    )
    def edit_template(self, theme: str, name: str, text: str) -> None:
        """Change a template, or break it, or mend it."""
        original = (POLOS / "templates" / name).read_text()
        self.province.write(
            f"themes/{theme}/templates/{name}",
            original.replace("{% block isi %}", "{% block isi %}" + text),
        )

    @rule(
        parent=st.sampled_from(("polos", "lain", "anak", "hilang")),
        colour=st.sampled_from(("#111111", "#222222")),
    )
    def edit_child(self, parent: str, colour: str) -> None:
        """Make a child theme, or give it another parent."""
        self.province.write("themes/anak/theme.yml", f"induk: {parent}\nwarna_utama: '{colour}'\n")
        self.province.write("themes/anak/static/gaya.css", f"h2 {{ color: {colour} }}")

    @rule(
        theme=st.sampled_from(("polos", "anak")),
        name=st.sampled_from(("pola", "pola/kain.svg", "pola/kain.svg/x")),
        text=st.sampled_from(("a", "b")),
    )
    def write_static(self, theme: str, name: str, text: str) -> None:
        """Let a static file of a theme become a folder, or a folder a file."""
        shutil.rmtree(self.province.path(f"themes/{theme}/static/pola"), ignore_errors=True)
        for step in ("pola", "pola/kain.svg"):
            path = self.province.path(f"themes/{theme}/static/{step}")
            if path.is_file():
                path.unlink()
        self.province.write(f"themes/{theme}/static/{name}", text)

    @rule(data=ideas)
    def delete_of_theme(self, data: st.DataObject) -> None:
        """Delete a file of a child theme, or a picture of its parent."""
        if name := self.pick(data, "themes/anak") or self.pick(data, "themes/polos/static"):
            self.province.remove(name)
