"""One KIM's entries become its files. Knows nothing of other KIM."""
