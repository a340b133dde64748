"""Words as they are compared: groups of three letters."""


def grams(word: str) -> set[str]:
    """Return the groups of three letters of a word, its beginning and its end marked."""
    marked = f"  {word} "
    return {marked[start : start + 3] for start in range(len(marked) - 2)}
