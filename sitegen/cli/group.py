"""The commands by name, each imported only when it is called."""

import errno
import os
from importlib import import_module
from keyword import iskeyword

import click

from sitegen import __version__
from sitegen.cli.common import stop
from sitegen.i18n import _, available_languages

COMMANDS = (
    "init",
    "new",
    "check",
    "build",
    "why",
    "serve",
    "publish",
    "releases",
    "unpublish",
    "verify",
    "verify-copy",
    "share",
    "bulletin",
    "import",
    "export",
    "aspirasi",
    "report",
    "server-config",
)


def localised(command: click.Command) -> click.Command:
    """Name options and commands in the usage line in the reader's language.

    The command-line library translates its sentences, and leaves these words as they are.
    """
    command.options_metavar = _("[PILIHAN]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("PERINTAH [ARGUMEN]...")
        for inner in command.commands.values():
            localised(inner)
    return command


class LazyGroup(click.Group):
    """Finds the command ``build`` in :mod:`sitegen.cli.build`, and so on."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the order in which they are met."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command = import_module(f"sitegen.cli.{module}").command
        assert isinstance(command, click.Command)
        return localised(command)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what the disk refuses ends it with a sentence, never with a traceback."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            stop(
                _("{berkas} tidak dapat dibuka atau ditulis: {sebab}.").format(
                    berkas=error.filename or os.getcwd(), sebab=error.strerror or error
                )
            )


@click.group(
    cls=LazyGroup,
    help=_(
        "Satu situs untuk setiap KIM di provinsi, dan satu indeks untuk semuanya.\n\n"
        "Mulai dengan: sitegen init provinsi-saya"
    ),
    options_metavar=_("[PILIHAN]"),
    subcommand_metavar=_("PERINTAH [ARGUMEN]..."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sitegen")
@click.option(
    "--lang",
    type=click.Choice(available_languages()),
    help=_("Bahasa pesan; juga lewat SITEGEN_LANG.  [bawaan: id]"),
)
def sitegen(lang: str | None) -> None:
    """Parse what all commands share; the language was chosen before."""
    del lang
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    if not (epoch.isascii() and epoch.isdecimal() and len(epoch) < 12):
        stop(
            _('SOURCE_DATE_EPOCH berisi "{nilai}"; isinya harus jumlah detik sejak 1970.').format(
                nilai=epoch
            )
        )
