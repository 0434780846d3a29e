"""Summaries become the sites of the kabupaten and of the province."""
