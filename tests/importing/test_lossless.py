"""The register given back and read again changes nothing, whatever it holds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.content.yamltree import Value
from sitegen.diagnostics import Diagnostic
from sitegen.importing.cells import filled
from sitegen.importing.fields import nested
from sitegen.importing.kimfile import KimFile, Registers
from sitegen.importing.listing import read_list
from sitegen.importing.names import Region, Regions
from sitegen.importing.plan import Plan, make_plan
from sitegen.importing.table import register_rows, written

WORDS = st.text(
    st.sampled_from("abcXYZ 0123456789'’=+-@,;:.\"#&*!|>%{}[]()\\/éŋ🌾"), min_size=1, max_size=16
).map(lambda text: " ".join(text.split()))
NAMES = WORDS.filter(lambda text: text not in ("", "~") and text.strip(" ,"))
REGION = Region("kapuas", "Kabupaten Kapuas", "62.03")
FIELDS = st.fixed_dictionaries(
    {"nama": NAMES.filter(filled), "kecamatan": NAMES},
    optional={
        "desa": NAMES,
        "nomor_induk": NAMES,
        "kode": st.sampled_from(["62.03.09.2004", "62.03.9", "belum"]),
        "sk.nomor": NAMES | st.just("SK Lurah A Nomor 1 tanggal 2 Mei 2024"),
        "sk.tanggal": NAMES | st.sampled_from(["2 Mei 2024", "2024-05-02", "02/05/2024"]),
        "pengurus.ketua": NAMES | st.just("SITI"),
        "pengurus.bidang": st.lists(
            st.fixed_dictionaries({"nama": NAMES}, optional={"ketua": NAMES}), max_size=2
        ),
        "jumlah_anggota": st.integers(0, 40).map(str),
        "anggota": st.lists(NAMES, max_size=3),
        "bidang_fokus": NAMES,
        "kontak.whatsapp": st.sampled_from(["0840-0000-0001", "+62 840 0000 0001", "nanti"]),
        "situs": st.sampled_from(["https://kim.contoh.id", "kim.id", "http://a.blogspot.com"]),
        "koordinat": st.sampled_from(["-1.7630, 114.3030", "di sana"]),
    },
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(kim=st.lists(FIELDS, min_size=1, max_size=4), as_csv=st.booleans())
def test_what_is_given_back_and_read_again_changes_nothing(
    kim: list[dict[str, Value]], as_csv: bool
) -> None:
    """Lossless: also where a field holds what the register refuses, or a formula."""
    files = [KimFile(f"kapuas/kim-{n}", b"x", nested(fields)) for n, fields in enumerate(kim)]
    registers = Registers(Regions([REGION]), files)
    data = written(register_rows(registers, files), as_csv=as_csv)
    sources, findings = read_list("register", data, registers.regions)
    plan = make_plan(registers, sources)
    assert [step.changes for step in plan.steps] == [()] * len(files), _told(findings, plan)


def _told(findings: list[Diagnostic], plan: Plan) -> list[str]:
    return [f"{d.line} {d.field}: {d.message}" for d in (*findings, *plan.findings)]
