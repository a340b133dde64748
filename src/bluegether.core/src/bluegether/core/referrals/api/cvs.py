"""The CV: a PDF, a Word document without macros or an OpenDocument text. What it is, its content says."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.text import cleaned
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.storage import CV
from plone.namedfile.file import NamedBlobFile
import io
import zipfile


TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
NAME_LENGTH = 80
ENTRIES = 5000
DECLARED = 100


def checked(name: str, stream, *, by: str) -> CV:
    """Return the CV ready to be kept; `stream` is a file: a huge one is refused before it is read. Raises Invalid."""
    megabytes = setting("cv_megabytes")
    size = stream.seek(0, io.SEEK_END) or stream.tell()
    stream.seek(0)
    if not size:
        raise Invalid(_("The file is empty."), field="cv")
    if size > megabytes * 1_000_000:
        raise Invalid(_("The file is larger than ${size} MB.", mapping={"size": megabytes}), field="cv")
    data = stream.read()
    ending = _ending(data)
    if not ending:
        raise Invalid(_("Send the CV as PDF, Word (.docx, without macros) or OpenDocument (.odt)."), field="cv")
    plain = f"{_stem(name)}.{ending}"
    blob = NamedBlobFile(data=data, contentType=TYPES[ending], filename=plain)
    return CV(name=plain, content_type=TYPES[ending], size=size, blob=blob, by=by)


def _stem(name) -> str:
    """Return the name without folders, ending and signs that are no part of a name."""
    text = cleaned(name if isinstance(name, str) else "").replace("\\", "/").rsplit("/", 1)[-1]
    stem = text.rpartition(".")[0] or text
    kept = "".join(sign if sign.isalnum() or sign in " -_." else " " for sign in stem)
    return " ".join(kept.split()).strip(".")[:NAME_LENGTH] or "CV"


def _ending(data: bytes) -> str:
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _office(archive)
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, NotImplementedError, RuntimeError):
        return ""


def _office(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if len(names) > ENTRIES or any(name.lower().endswith("vbaproject.bin") for name in names):
        return ""
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return "docx"
    if "mimetype" not in names:
        return ""
    with archive.open("mimetype") as entry:  # as much as is needed: an archive may claim to hold gigabytes
        declared = entry.read(DECLARED).decode("ascii", "replace").strip()
    return "odt" if declared == TYPES["odt"] else ""
