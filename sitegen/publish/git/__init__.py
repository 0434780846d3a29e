"""A branch of pages in a git repository, written by the git program or by dulwich."""
