"""Registers as sheets of a workbook that editors fill in, and what they changed in them."""
