"""What an editor should know of a sound site: what is out of date, untried, foreign or untranslated."""
