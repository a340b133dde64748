"""Files that people attach: what a file is, its content says, and its name must agree. Pictures get a small copy.

Nothing that a browser would run or draw by itself is taken: no HTML, no SVG, no Office macros, no programs.
"""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.text import cleaned
from dataclasses import dataclass
from PIL import Image
from PIL import ImageOps
from PIL import UnidentifiedImageError
from plone.namedfile.utils import stream_data
from urllib.parse import quote
import base64
import binascii
import io
import zipfile


NAME_LENGTH = 120
PICTURES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
MAX_PIXELS = 50_000_000
SIDE = 480
QUALITY = 80
OFFICE = "application/vnd.openxmlformats-officedocument."
# Ending of the name -> content type.
TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
    "pptx": f"{OFFICE}presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "zip": "application/zip",
    "txt": "text/plain",
    "md": "text/plain",
    "csv": "text/csv",
}
FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}


@dataclass(frozen=True)
class Attachment:
    """A file that was looked at. `thumbnail` is a JPEG made here, or empty."""

    name: str
    content_type: str
    data: bytes
    thumbnail: bytes


def checked_files(files, *, most: int, megabytes: int) -> tuple[Attachment, ...]:
    """Return the files, given as (name, bytes), ready to be kept; raise Invalid for too many or a bad one."""
    files = tuple(files)
    if len(files) > most:
        raise Invalid(_("At most ${maximum} files are possible.", mapping={"maximum": most}), field="files")
    return tuple(_checked(name, data, megabytes) for name, data in files)


def sent_files(form, name: str = "files") -> list[tuple]:
    """Return (name, bytes) of the files that a form carries."""
    sent = form.get(name, ())
    sent = sent if isinstance(sent, list | tuple) else [sent]
    return [(one.filename, one.read()) for one in sent if getattr(one, "filename", "")]


def files_of(body: dict) -> list[tuple]:
    """Return (name, bytes) of a JSON's `files`: objects with `filename` and `data` in base64; raise Invalid."""
    given = body.get("files", [])
    message = _("Files are a list of objects with filename and data in base64.")
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise Invalid(message, field="files")
    try:
        return [(one.get("filename"), base64.b64decode(one.get("data", ""), validate=True)) for one in given]
    except (binascii.Error, TypeError, ValueError):
        raise Invalid(message, field="files") from None


def _checked(name, data, megabytes: int) -> Attachment:
    plain = _name(name)
    if not isinstance(data, bytes) or not data:
        raise Invalid(_("${name} is empty.", mapping={"name": plain}), field="files")
    if len(data) > megabytes * 1_000_000:
        raise Invalid(
            _("${name} is larger than ${size} MB.", mapping={"name": plain, "size": megabytes}), field="files"
        )
    ending = plain.rsplit(".", 1)[-1].lower() if "." in plain else ""
    content_type = TYPES.get(ending)
    if content_type is None or not _is(ending, content_type, data):
        message = _("${name} is not taken: send pictures, PDF, office documents without macros, text or ZIP.")
        raise Invalid(_(message, mapping={"name": plain}), field="files")
    thumbnail = _thumbnail(data, plain) if content_type.startswith("image/") else b""
    return Attachment(plain, content_type, data, thumbnail)


def _name(name) -> str:
    if not isinstance(name, str):
        raise Invalid(_("A file needs a name."), field="files")
    plain = " ".join(cleaned(name.replace("\\", "/").rsplit("/", 1)[-1]).split())
    stem, dot, ending = plain.rpartition(".")
    if not ending or len(ending) > 10:
        return plain[:NAME_LENGTH]
    return f"{stem[:NAME_LENGTH]}{dot}{ending}"


def _is(ending: str, content_type: str, data: bytes) -> bool:
    """Return whether the content is what the ending says."""
    if content_type.startswith("image/"):
        return _picture_type(data) == content_type
    if content_type == "application/pdf":
        return data.startswith(b"%PDF-")
    if content_type.startswith("text/"):
        return _is_text(data)
    return _is_archive(ending, content_type, data)


def _picture_type(data: bytes) -> str:
    try:
        with Image.open(io.BytesIO(data), formats=tuple(PICTURES)) as picture:
            return PICTURES.get(picture.format or "", "")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ""


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return b"\0" not in data and not data.startswith((b"MZ", b"\x7fELF", b"%PDF-"))


def _is_archive(ending: str, content_type: str, data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            declared = archive.read("mimetype")[:200].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return False
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return False
    if ending in FOLDERS:
        return "[Content_Types].xml" in names and any(name.startswith(FOLDERS[ending]) for name in names)
    return ending == "zip" or declared.strip() == content_type


def _thumbnail(data: bytes, name: str) -> bytes:
    """Return a small JPEG drawn anew: nothing that the camera or a stranger wrote is left in it."""
    try:
        picture = Image.open(io.BytesIO(data), formats=tuple(PICTURES))
        if picture.width * picture.height > MAX_PIXELS:
            raise Invalid(_("${name} has too many pixels.", mapping={"name": name}), field="files")
        picture.draft("RGB", (SIDE * 2, SIDE * 2))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Invalid(_("The portal cannot read the picture ${name}.", mapping={"name": name}), field="files") from None
    upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    plain = Image.new("RGB", upright.size, "white")
    plain.paste(upright, mask=upright.getchannel("A"))
    written = io.BytesIO()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def served(response, found, *, small: bool):
    """Return what a request for a kept file answers: always a download; only the small picture drawn here is shown."""
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
    if small:
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("Content-Disposition", "inline")
        return found.thumbnail
    response.setHeader("Content-Type", found.content_type)
    response.setHeader("Content-Length", str(found.blob.getSize()))
    response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{quote(found.name)}")
    return stream_data(found.blob)


def spoken_size(size: int):
    """Return the size of a file in words."""
    if size < 1_000_000:
        return _("${number} kB", mapping={"number": max(1, round(size / 1000))})
    return _("${number} MB", mapping={"number": round(size / 1_000_000, 1)})
