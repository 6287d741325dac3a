"""The search: what can be found, how its words are separated, and the thin index that the browser answers from."""
