"""A reader who opens pages one after the other while releases are switched."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path


def switches(usual: int) -> int:
    """Give how many releases are switched under the reader: SITEGEN_RILIS says how many."""
    return int(os.environ.get("SITEGEN_RILIS", usual))


class Reader:
    """Opens pages in a thread, in rounds, and notes those that were missing or empty."""

    def __init__(self, pages: Sequence[Path]) -> None:
        self.missed: list[str] = []
        self.rounds = 0
        self._pages, self._over = pages, False
        self._another = threading.Condition()
        self._thread = threading.Thread(target=self._read, name="pembaca")

    def _read(self) -> None:
        while not self._over:
            for page in self._pages:
                try:
                    if not page.read_bytes():
                        self.missed.append(f"{page}: kosong")
                except OSError as error:
                    self.missed.append(str(error))
            with self._another:
                self.rounds += 1
                self._another.notify_all()

    def wait_for_another_round(self) -> None:
        """Wait until every page was opened at least once more."""
        with self._another:
            wanted = self.rounds + 1
            self._another.wait_for(lambda: self.rounds >= wanted)

    def __enter__(self) -> "Reader":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        self._thread.join()
