"""The second stage: the site engine turns composed pages into HTML, with placeholders where components go."""
