"""Pictures that people send: what is taken, and what is made of it. What one is, its content says, not its name."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from dataclasses import dataclass
from PIL import Image
from PIL import ImageOps
from PIL import UnidentifiedImageError
import io


MAX_BYTES = 10_000_000
MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
SIDE = 1600
QUALITY = 85
CONTENT_TYPE = "image/jpeg"


@dataclass(frozen=True)
class Picture:
    """A JPEG made here, its sides in pixels, and what it shows in words."""

    data: bytes
    width: int
    height: int
    alt: str = ""


def sent_bytes(upload, *, field: str = "pictures") -> bytes:
    """Return what a form's upload holds, never more than the bound; raise Invalid for an empty or a large one."""
    data = upload.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Invalid(_("The picture is larger than ${count} MB.", mapping={"count": 10}), field=field)
    if not data:
        raise Invalid(_("The file is empty."), field=field)
    return data


def picture(data: bytes, *, alt: str = "", field: str = "pictures") -> Picture:
    """Return a JPEG made of a picture, scaled, upright, with nothing in it that the camera wrote.

    Of one that moves, the first frame. Raises Invalid for anything but a JPEG, PNG, WebP or GIF, or one too large.
    """
    if not data:
        raise Invalid(_("The file is empty."), field=field)
    if len(data) > MAX_BYTES:
        raise Invalid(_("The picture is larger than ${count} MB.", mapping={"count": 10}), field=field)
    try:
        opened = Image.open(io.BytesIO(data), formats=FORMATS)
        if opened.width * opened.height > MAX_PIXELS:
            raise Invalid(_("The picture has too many pixels."), field=field)
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = _("The portal cannot read this picture: choose a JPEG, PNG, WebP or GIF.")
        raise Invalid(message, field=field) from None
    return _plain(upright, alt)


def _plain(upright: Image.Image, alt: str) -> Picture:
    upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    written = io.BytesIO()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True)
    return Picture(written.getvalue(), plain.width, plain.height, alt)
