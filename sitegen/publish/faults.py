"""What can go wrong with a publication, as findings in the reader's language."""

from sitegen.diagnostics import Diagnostic, diagnose


class PublishFault(Exception):  # noqa: N818 - carries a finding
    """A target cannot be read or written; what is online stays.

    ``code`` is one of :mod:`sitegen.messages.publishing`. ``passing`` says that it may be gone in
    a moment, such as a line that broke: worth another try.
    """

    def __init__(self, code: str, *, passing: bool = False, **params: object) -> None:
        super().__init__(code, params)
        self.code, self.params, self.passing = code, params, passing

    def finding(self, target: str, file: str = "content/provinsi.yml", line: int = 0) -> Diagnostic:
        """Give the finding about a target, where ``provinsi.yml`` names it."""
        params = {"sebab": "", **self.params, "sasaran": target}
        return diagnose(self.code, file, line, 1 if line else 0, params=params)


def disk_fault(error: OSError, place: str) -> PublishFault:
    """Give the fault for what a disk refused."""
    reason = error.strerror or type(error).__name__
    return PublishFault("terbit-disk", tempat=str(error.filename or place), sebab=reason)
