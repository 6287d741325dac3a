"""The domain of the safeguarding toolkit: plain Python that knows no site engine outside `toolkit.site.engine`."""

__version__ = "0.1.0"
