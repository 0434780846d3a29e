"""The sites as readers meet them: in a browser, over HTTP and from a folder."""
