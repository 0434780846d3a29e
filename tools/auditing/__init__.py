"""What ``tools/audit.py`` looks at, one module for each kind of check."""
