"""Object storage, through obstore."""
