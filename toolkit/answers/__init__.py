"""Answers to forms: read from JSON, Word, OpenDocument and PDF files, brought up to date and compared."""
