"""Where each KIM is read: below the province's address, or on a host of its own. Pure.

A KIM has one address. Its ``situs`` comes first, then the sub-domain that the province gives all
its KIM (``alamat_kim: subdomain``), then its folder below the province's address. What cannot be
used falls back to the next, so that no KIM is lost for the sake of its address.
"""

import re
from collections import Counter
from urllib.parse import urlsplit

from sitegen.content.card import Card
from sitegen.content.registry import Registry
from sitegen.diagnostics import Diagnostic, diagnose

SUBDOMAIN = "subdomain"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?=.{{1,253}}$){_LABEL}(?:\.{_LABEL})*")
_ADDRESS = re.compile(
    rf"https?://{_LABEL}(?:\.{_LABEL})*(?::\d{{1,5}})?(?:/[\w.~-]+)*/?", re.A | re.I
)
_FOLDER = re.compile(r"\w+(?:[ .-]?\w+)*")
"""Folders that can stand in the settings of every web server without a second meaning."""


def is_host(name: str) -> bool:
    """Say whether a name is a host as the domain name system writes it (RFC 1123, 2.1)."""
    return _HOST.fullmatch(name) is not None


def host_of(address: str) -> str:
    """Give the host of an address in small letters, or an empty text where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _key(address: str) -> str:
    """Give what must be unique of an address: its host, and its path where it has one."""
    return address.partition("://")[2].rstrip("/").casefold()


def own_addresses(registry: Registry) -> tuple[dict[str, str], list[Diagnostic]]:
    """Give the address of each KIM that is not read below the province's, ending in ``/``.

    Returns:
        The addresses by site, and findings about those that cannot be used.
    """
    findings: list[Diagnostic] = []
    province = registry.provinsi.texts["url"]
    taken = {_key(province): "content/provinsi.yml"}
    own: dict[str, str] = {}
    for site, card in sorted(registry.kim.items()):
        address, file = card.texts["situs"], f"content/{site}/kim.yml"
        key = _key(address)
        if not address:
            continue
        if not _FOLDER.fullmatch(site.partition("/")[2]):
            findings.append(_folder(site))
        elif not _ADDRESS.fullmatch(address) or not is_host(host_of(address)):
            findings.append(_at(card, file, "situs-domain", alamat=address))
        elif key in taken:
            findings.append(_at(card, file, "situs-ganda", alamat=key, lain=taken[key]))
        else:
            taken[key] = file
            own[site] = address.rstrip("/") + "/"
    if registry.provinsi.texts["alamat_kim"] == SUBDOMAIN:
        rest = [site for site in sorted(registry.kim) if site not in own]
        findings += _give_subdomains(rest, province, taken, own)
    return own, findings


def _give_subdomains(
    sites: list[str], province: str, taken: dict[str, str], own: dict[str, str]
) -> list[Diagnostic]:
    """Give each site the sub-domain of its folder, unless another may be meant by it."""
    findings = []
    scheme, _, rest = province.partition("://")
    port = "".join(re.findall(r":\d+$", rest.partition("/")[0]))
    wanted = {site: f"{site.partition('/')[2].casefold()}.{host_of(province)}" for site in sites}
    count = Counter(wanted.values())
    for site, host in wanted.items():
        if not is_host(host):
            findings.append(_folder(site))
        elif count[host] > 1 or host in taken:
            others = [s for s, h in wanted.items() if h == host and s != site]
            other = f"content/{others[0]}" if others else taken[host]
            findings.append(
                diagnose("subdomain-ganda", f"content/{site}/kim.yml", alamat=host, lain=other)
            )
        else:
            own[site] = f"{scheme}://{host}{port}/"
    return findings


def _folder(site: str) -> Diagnostic:
    folder = site.partition("/")[2]
    return diagnose("nama-folder-alamat", f"content/{site}/kim.yml", nama=folder)


def _at(card: Card, file: str, code: str, **params: object) -> Diagnostic:
    line, column, length, text = card.marks["situs"]
    lines = ("",) * (line - 1) + (text,) if line else ()
    return diagnose(
        code, file, line, column, length=length, field="situs", lines=lines, params=params
    )
