"""Spreadsheets that other programs open without harm."""
