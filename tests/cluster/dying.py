"""Loaded by the workers of the tests: lets one die at an exact moment, as a test arms it.

The moment is the worst one: all files of a site are written, and its state still says that it is
not finished. ``sekali`` in the folder of arms kills the first worker that comes there; ``racun-…``
kills every worker that comes there with that site.
"""

import os
import signal
from urllib.parse import quote

from sitegen.engine.state import SiteState, StateStore

ARMS = "SITEGEN_UJI_SENJATA"
ONCE, ALWAYS = "sekali", "racun-"


def dask_setup(_worker: object) -> None:
    """Put the trap into this process; called by dask when a worker starts."""
    arms, save = os.environ[ARMS], StateStore.save

    def trapped(store: StateStore, site: str, state: SiteState) -> None:
        if state.finished and _met(arms, site):
            os.kill(os.getpid(), signal.SIGKILL)
        save(store, site, state)

    setattr(StateStore, "save", trapped)  # noqa: B010 - a method is no variable


def _met(arms: str, site: str) -> bool:
    if os.path.exists(os.path.join(arms, ALWAYS + quote(site, safe=""))):
        return True
    try:
        os.rename(os.path.join(arms, ONCE), os.path.join(arms, f"{ONCE}-terpakai"))
    except FileNotFoundError:
        return False
    return True
