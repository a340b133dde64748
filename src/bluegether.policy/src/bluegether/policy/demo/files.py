"""Small files of the demo: a spreadsheet template and a one-page PDF, made here rather than committed."""

from io import BytesIO
from openpyxl import Workbook
from openpyxl.styles import Font


# (id, file name, title, description, kind)
FILES = (
    (
        "modele-note-de-frais",
        "modele-note-de-frais.xlsx",
        "Modèle de note de frais",
        "Une ligne par dépense ; joignez les justificatifs.",
        "xlsx",
    ),
    (
        "preparation-entretien-annuel",
        "preparation-entretien-annuel.pdf",
        "Préparer son entretien annuel",
        "Le texte de départ, c’est le vôtre.",
        "pdf",
    ),
)
TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf": "application/pdf"}

INTERVIEW = (
    "Préparer son entretien annuel",
    "",
    "1. Ce que j'ai fait cette année, et ce dont je suis fier.",
    "2. Ce qui m'a manqué : temps, moyens, soutien.",
    "3. Ce que je veux apprendre.",
    "4. La mission que je voudrais ensuite : sujet, lieu, rythme.",
    "5. Ce que l'entreprise devrait changer.",
    "",
    "Votre responsable lit ce texte avant l'entretien et y répond par écrit.",
)


def make(kind: str) -> bytes:
    """Return the file of this kind."""
    return expenses() if kind == "xlsx" else pdf(INTERVIEW)


def expenses() -> bytes:
    """Return the expense template."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Frais"
    sheet.append(["Date", "Nature", "Lieu", "Montant TTC (€)", "TVA (€)", "Client refacturé", "Justificatif"])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.append(["05/11/2026", "Train", "Nantes – Paris", 64.0, 5.82, "non", "billet"])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def pdf(lines: tuple[str, ...]) -> bytes:
    """Return a one-page A4 PDF of these lines (Latin-1), written by hand: no library is worth a page."""
    text = "".join(f"({escaped(line)}) Tj T*\n" for line in lines)
    stream = f"BT /F1 12 Tf 60 780 Td 20 TL\n{text}ET".encode("cp1252")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, trailer)


def escaped(line: str) -> str:
    """Return the line as the inside of a PDF string."""
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
