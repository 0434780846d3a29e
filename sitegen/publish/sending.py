"""Reads what is to be sent, and makes sure that it is what the last build verified."""

import hashlib
import os

from sitegen.publish.faults import PublishFault
from sitegen.publish.target import Source
from sitegen.publish.tree import Mark


def verified(source: Source, place: str, path: str, mark: Mark) -> bytes:
    """Give the bytes of a file of a place.

    Raises:
        PublishFault: they are no longer those of its tree.
    """
    file = os.path.join(*source.file(place, path))
    try:
        with open(file, "rb") as handle:
            data = handle.read()
    except (FileNotFoundError, NotADirectoryError) as gone:
        raise PublishFault("terbit-berubah", berkas=file) from gone
    if hashlib.sha256(data).hexdigest() != mark.sha256:
        raise PublishFault("terbit-berubah", berkas=file)
    return data
