"""Knows when and where a site is built, not what it holds."""
