"""Pictures of people: what is taken, and what is made of it."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from PIL import Image
from PIL import ImageOps
from PIL import UnidentifiedImageError
import io


MAX_BYTES = 8_000_000
MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
LARGE, SMALL = 512, 128
QUALITY = 85


def square(data: bytes) -> tuple[bytes, bytes]:
    """Return a large and a small square JPEG made of a picture; nothing that the camera wrote is left in them.

    What it is, its content says, not its name. Raises Invalid for anything but a JPEG, PNG or WebP, or one too large.
    """
    if len(data) > MAX_BYTES:
        raise Invalid(_("The picture is larger than 8 MB."), field="photo")
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
        if picture.width * picture.height > MAX_PIXELS:
            raise Invalid(_("The picture has too many pixels."), field="photo")
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Invalid(_("The portal cannot read this picture: choose a JPEG, PNG or WebP."), field="photo") from None
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    return _jpeg(plain, LARGE), _jpeg(plain, SMALL)


def _jpeg(picture: Image.Image, side: int) -> bytes:
    written = io.BytesIO()
    ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS).save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()
