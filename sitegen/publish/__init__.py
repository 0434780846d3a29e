"""Brings what was built to where it is read: only what changed, never half a site, and back again.

::

    local.py        what the last build verified, and what is held back
    placements.py   which site goes where, by provinsi.yml
    changes.py      pure: what is wanted against what is online
    records.py      what a target remembers of each release; tree.py: the files of a site
    target.py       what a target must be able to do
    run.py          the order in which it happens; report.py: what is said about it
    verify.py       what is online, read again; signing.py, signature.py: for copies elsewhere
    folder/  ssh/  git/  objects/    the kinds of target

A target keeps a record of every release: for each site the digest of its tree, and the trees
themselves under their digests. So a publication with nothing to do reads one small file, a record
that was tampered with is noticed, and an older release can be brought back.
"""
