"""A file as an answer: its name for every browser, kept nowhere on the way."""

from urllib.parse import quote
import unicodedata


def send(response, data: bytes, *, name: str, kind: str) -> bytes:
    """Set the headers of a file that is to be saved (RFC 6266, names by RFC 5987), and return it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = "".join(sign for sign in plain if sign.isalnum() or sign in "._-") or "dossier"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    response.setHeader("Content-Type", kind)
    response.setHeader("Content-Disposition", disposition)
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
    return data
