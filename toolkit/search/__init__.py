"""The search: what can be found, how its words are told apart, and the thin index that the browser answers from."""
