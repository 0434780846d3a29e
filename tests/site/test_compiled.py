"""Templates speak one language from the moment they are compiled, and are compiled once."""

from gettext import NullTranslations
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from sitegen.site.compiled import kept_in, speak

WORDS = {"Cari": "Search <b>", "Oleh {nama}": "By {nama}", "Penuh 100%%": "Full 100%%"}


class _English(NullTranslations):
    def gettext(self, message: str) -> str:
        """Give a message in English."""
        return WORDS.get(message, message)


def environment(templates: dict[str, str], *, kept: Path | None = None) -> jinja2.Environment:
    """Give an environment that speaks English."""
    messages = _English()
    made = jinja2.Environment(
        loader=jinja2.DictLoader(templates),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=kept_in(str(kept), messages) if kept else None,
    )
    speak(made, messages)
    return made


@pytest.mark.parametrize(
    "template",
    [
        '{{ _("Cari") }}',
        "<a title=\"{{ _('Cari') }}\">{{ _( 'Tidak ada' ) | upper }}</a>",
        '{{ _("Oleh {nama}").format(nama=nama) }}',
        '{{ _("Penuh 100%%") }}{{ _("Oleh %(n)s", n=nama) }}{{ _(nama) }}',
        '{{ [_("Cari"), _("Cari")] | join(_("Oleh {nama}")) }}{{ ngettext("a", "b", 2) }}',
        '{% set _x = 1 %}{{ _x }} _("Cari")',
        '{% trans %}Cari{% endtrans %}{{ "_(" }}',
    ],
)
def test_a_text_is_the_same_as_if_it_were_translated_on_each_page(template: str) -> None:
    called = environment({})
    called.extensions.pop("sitegen.site.compiled.Translated")
    name = Markup("Mina & <i>co</i>")
    assert environment({}).from_string(template).render(nama=name) == called.from_string(
        template
    ).render(nama=name)


def test_a_translation_is_a_constant() -> None:
    code = environment({}).compile('{{ _("Cari") }}', raw=True)
    assert "Search <b>" in code
    assert "gettext" not in code


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    templates = {"a": '{{ _("Cari") }}'}
    first = environment(templates, kept=tmp_path).get_template("a").render()
    with monkeypatch.context() as patch:
        patch.delattr(jinja2.Environment, "compile")
        assert environment(templates, kept=tmp_path).get_template("a").render() == first
        with pytest.raises(AttributeError):
            environment({"a": "lain"}, kept=tmp_path).get_template("a")


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_damaged_or_lost_code_is_compiled_again(tmp_path: Path, damage: bytes | None) -> None:
    templates = {"a": '{{ _("Cari") }}'}
    environment(templates, kept=tmp_path).get_template("a")
    (kept,) = tmp_path.rglob("*.bin")
    kept.write_bytes(damage if damage is not None else kept.read_bytes()[:-1])
    assert environment(templates, kept=tmp_path).get_template("a").render() == "Search <b>"


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    made = environment({"a": '{{ _("Cari") }}'}, kept=tmp_path / "berkas")
    assert made.get_template("a").render() == "Search <b>"
