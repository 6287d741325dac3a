"""HTML as browsers read it: what a page may hold and why not the rest, tags with their places, pages as trees."""
