"""sitegen: one static website for every KIM of a province, and one index over them all."""

__version__ = "0.1.0"
