"""Brings in what is kept elsewhere: the register that Diskominfo has as a spreadsheet."""
