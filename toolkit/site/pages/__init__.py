"""The pages of a site before any is rendered: those of authors, read and checked, and those that data determines."""
