"""Words of the stream's pages: the beginning of a text, initials, how long ago."""

from bluegether.core import _


EXCERPT = 220
MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 7 * 86400


def excerpt(text: str) -> str:
    """Return the text's beginning in one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rsplit(" ", 1)[0] + "…"


def initials(name: str) -> str:
    """Return the first letters of the first and the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


def ago(seconds: float):
    """Return how long ago in words, None beyond a week."""
    if seconds < MINUTE:
        return _("just now")
    if seconds < HOUR:
        return _("${count} min ago", mapping={"count": int(seconds // MINUTE)})
    if seconds < DAY:
        return _("${count} h ago", mapping={"count": int(seconds // HOUR)})
    return _("${count} d ago", mapping={"count": int(seconds // DAY)}) if seconds < WEEK else None
