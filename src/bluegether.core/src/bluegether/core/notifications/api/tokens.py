"""Signed links that work without logging in: who stops which mail, and nothing else."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.notifications import storage
from bluegether.core.notifications.storage import Secrets
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
import base64
import hashlib
import hmac


ALL = "all"


def ensure_secrets() -> None:
    """Draw the site's key of push messages and of links, once; run by the timer and by the site's making."""
    if storage.stored_secrets() is not None:
        return
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    storage.keep_secrets(Secrets(push_key=pem, push_public=plain(public)))


def token(userid: str, scope: str) -> str:
    """Return what a link carries for this person to stop mail of one category, or `ALL`."""
    ensure_secrets()
    content = plain(f"{scope} {userid}".encode())
    return f"{content}.{_signature(content)}"


def parsed(text) -> tuple[str, str]:
    """Return (user id, scope) of a token; raise Invalid when it is not one of ours."""
    content, dot, signature = text.partition(".") if isinstance(text, str) and text.isascii() else ("", "", "")
    known = storage.stored_secrets() is not None
    if not (known and dot and hmac.compare_digest(signature, _signature(content))):
        raise Invalid(_("This link is not complete. Copy it whole from the mail."))
    scope, _space, userid = base64.urlsafe_b64decode(content + "=" * (-len(content) % 4)).decode().partition(" ")
    return userid, scope


def plain(data: bytes) -> str:
    """Return the data as it may stand in an address."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _signature(content: str) -> str:
    key = storage.stored_secrets().links
    return plain(hmac.new(key, b"unsubscribe " + content.encode(), hashlib.sha256).digest())
