"""Lets an installed web server judge the settings that were written for it, without starting it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_SECONDS = 60
MODULES = "/etc/nginx/modules-enabled/*.conf"
"""Where Debian's packages of nginx name the modules that are installed."""

NGINX_FRAME = """{modules}{user}pid "{folder}/nginx.pid";
error_log stderr;
events {{ }}
http {{
    access_log off;
    client_body_temp_path "{folder}/body";
    proxy_temp_path "{folder}/proxy";
    fastcgi_temp_path "{folder}/fastcgi";
    uwsgi_temp_path "{folder}/uwsgi";
    scgi_temp_path "{folder}/scgi";
    include "{file}";
}}
"""
"""The smallest main file around ours; ``folder`` takes what nginx writes."""

_PLACES: Mapping[str, Sequence[str]] = MappingProxyType(
    {"nginx": ("/usr/sbin/nginx", "/usr/local/sbin/nginx"), "caddy": ("/usr/local/bin/caddy",)}
)


def find_server(name: str) -> str | None:
    """Give the path of a web server, also where administrators' programs are not searched."""
    found = shutil.which(name)
    return found or next((p for p in _PLACES[name] if os.access(p, os.X_OK)), None)


def judge(name: str, program: str, text: str) -> str:
    """Give what a server says against the settings; an empty text means that it takes them.

    Raises:
        OSError: the server cannot be run.
        subprocess.TimeoutExpired: it does not answer.
    """
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        file = os.path.join(folder, "kim.conf")
        with open(file, "w", encoding="utf-8") as handle:
            handle.write(text)
        if name == "nginx":
            frame = os.path.join(folder, "nginx.conf")
            with open(frame, "w", encoding="utf-8") as handle:
                handle.write(nginx_frame(folder, file))
            command = [program, "-t", "-q", "-c", frame]
        else:
            command = [program, "validate", "--adapter", "caddyfile", "--config", file]
        done = subprocess.run(  # noqa: S603 - a program of this machine, with files of our own
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder},
        )
    said = (done.stderr + done.stdout).replace(file, "kim.conf").strip()
    return (said or str(done.returncode)) if done.returncode else ""


def nginx_frame(folder: str, file: str) -> str:
    """Give a main file of nginx that holds a file of settings and writes below a folder."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    user = "user root;\n" if root else ""  # else workers cannot read a folder of root's own
    modules = f"include {MODULES};\n" if os.path.isdir(os.path.dirname(MODULES)) else ""
    return NGINX_FRAME.format(folder=folder, file=file, modules=modules, user=user)
