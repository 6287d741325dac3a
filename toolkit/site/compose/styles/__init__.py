"""The one stylesheet of a site: the theme's, as far as pages use it, and the site's own, in cascade layers."""
