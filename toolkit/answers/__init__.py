"""Answers to forms: read from JSON, Word and PDF files, brought up to date, compared and collated."""
