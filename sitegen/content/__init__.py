"""Files become typed entries. Knows nothing of HTML."""
