"""The domain of the safeguarding toolkit: plain Python; only `toolkit.site.render.engine` knows a site engine."""

__version__ = "0.1.0"
