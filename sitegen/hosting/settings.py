"""What is asked for besides the register: where the files lie, and how the server is reached."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a server's keeper.

    ``root`` is the folder with all built sites, absolute, without ``/`` at its end. ``http`` is
    where to listen without encryption, ``8080`` or ``127.0.0.1:8080``; empty means https on the
    usual ports. ``certificate`` and ``key`` are files in which ``{host}`` stands for a host;
    ``challenges`` is the folder in which a certificate authority looks for proof. ``brotli`` says
    that nginx has the module for it.
    """

    root: str
    http: str = ""
    certificate: str = "/etc/letsencrypt/live/{host}/fullchain.pem"
    key: str = "/etc/letsencrypt/live/{host}/privkey.pem"
    challenges: str = "/var/www/html"
    brotli: bool = False
