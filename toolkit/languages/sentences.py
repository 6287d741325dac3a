"""Words in sentences."""


def lower_first(text: str) -> str:
    """A name inside a sentence: its first letter in lower case, unless it begins with an acronym."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
