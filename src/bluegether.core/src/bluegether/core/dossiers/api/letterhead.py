"""The company's letterhead as the settings say it, and pictures without anything but the picture in them."""

from bluegether.core.dossiers.api.model import Letterhead
from bluegether.core.dossiers.interfaces import IDossierSettings
from functools import lru_cache
from io import BytesIO
from PIL import Image
from PIL import ImageOps
from plone import api
from plone.formwidget.namedfile.converter import b64decode_file


PREFIX = "bluegether.dossiers"
MAX_BYTES = 1_000_000
MAX_PIXELS = 16_000_000
LOGO_SIDE, PHOTO_SIDE = 1200, 600
FORMATS = ("PNG", "JPEG")


def setting(name: str):
    """Return one setting of the room, its default where the registry does not know it."""
    default = IDossierSettings[name].default
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=default)


def letterhead() -> Letterhead:
    """Return the company's letterhead."""
    return Letterhead(
        company=setting("company") or "",
        address=tuple(setting("address") or ()),
        footer=setting("footer") or "",
        colour=setting("colour").lstrip("#").upper(),
        accent=setting("accent").lstrip("#").upper(),
        logo=logo(setting("logo")),
    )


@lru_cache(maxsize=4)
def logo(kept: bytes | None) -> bytes:
    """Return the logo that the setting keeps as a PNG, empty when there is none or it is no picture."""
    data = logo_data(kept)
    return plain_picture(data, LOGO_SIDE) if data else b""


def logo_data(kept: bytes | None) -> bytes:
    """Return the bytes of the setting: Plone's form keeps a file's name and data in one text."""
    if not kept:
        return b""
    try:
        return b64decode_file(kept)[1]
    except (IndexError, ValueError):
        return b""


def plain_picture(data: bytes, side: int) -> bytes:
    """Return a picture as PNG of at most this many pixels a side, its metadata left behind; empty when it is none."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MAX_PIXELS:
                return b""
            picture = ImageOps.exif_transpose(found).convert("RGBA" if _is_see_through(found) else "RGB")
            picture.thumbnail((side, side))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    stream, bare = BytesIO(), Image.new(picture.mode, picture.size)
    bare.paste(picture)
    bare.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _is_see_through(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
