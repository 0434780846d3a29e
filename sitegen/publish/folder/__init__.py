"""A folder on this machine, and one archive per KIM in such a folder."""
