"""One KIM as it is now, for commands that read it without building its site."""

import os

from sitegen.engine.memo import SiteMemo
from sitegen.engine.survey import Options, Survey, survey
from sitegen.engine.task import DiskFiles, Places
from sitegen.site.contract import SiteJob
from sitegen.workspace import Workspace


class OpenKim:
    """What a KIM is made from, and where its inputs and its memo are.

    Raises:
        ProvinceUnreadable: there is no province.
        KeyError: the KIM cannot be built; a check says why.
    """

    def __init__(self, workspace: Workspace, site: str, options: Options) -> None:
        seen: Survey = survey(workspace, options)
        memo = os.path.join(workspace.cache, "memo")
        places = Places(workspace.root, options.output, seen.store.folder, memo)
        self.job: SiteJob = seen.jobs.kim[site]
        self.files = DiskFiles(places)
        self.memo = SiteMemo(memo, site)
