"""The files: whole, readable by an office suite and a reader of PDF, whatever is written in them. No site is needed."""

from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.model import Experience
from bluegether.core.dossiers.api.model import Family
from bluegether.core.dossiers.api.model import Letterhead
from bluegether.core.dossiers.api.model import Line
from bluegether.core.dossiers.api.model import Paragraph
from bluegether.core.dossiers.api.model import Section
from bluegether.core.dossiers.api.model import Skill
from bluegether.core.dossiers.documents import docx
from bluegether.core.dossiers.documents import pdf
from docx import Document
from docx.oxml.ns import qn
from io import BytesIO
from lxml import etree
from pathlib import PurePosixPath
from PIL import Image
from pypdf import PdfReader
from zipfile import ZipFile
import re
import shutil
import subprocess
import tempfile
import unittest


LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4
SENTENCE = "Refonte de la plateforme de données, contrôles de qualité et accompagnement des équipes métier. "
ODD = (
    "L’œuvre de Zoë Ünal, ſ ẞ Ệ ½ € « cité »",
    "😀 👩‍💻 ✅ → ★",
    "مرحبا بالعالم هذا نص عربي طويل نسبيا لكي نرى كيف ينكسر السطر عندما يكون النص أطول من عرض الصفحة 2026",
    "שלום עולם hello 123",
    "<b>gras</b> & <img src='file:///etc/passwd'/> {{x}} ${y}",
    "漢字 \x00\x0b\ud800\u202egnirts",
    "https://exemple.org/" + "a" * 200,
    LONG,
    "   ",
)


def picture(colour: str = "navy") -> bytes:
    """Return a small PNG."""
    stream = BytesIO()
    Image.new("RGB", (60, 30), colour).save(stream, "PNG")
    return stream.getvalue()


def dossier(**more) -> Dossier:
    """Return an ordinary dossier."""
    skills = (Skill("Python", 4, "Expert", "9 ans · 2026"), Skill("Kafka", 1, "Débutant"), Skill("Scrum"))
    experience = Experience(
        key="a",
        title="Ingénieure données",
        client="Grand compte – banque",
        period="mars 2024 – aujourd’hui",
        place="Marseille",
        text=(Paragraph(SENTENCE * 2), Paragraph("Pipelines quotidiens", point=True)),
        skills=("Python", "Kafka"),
    )
    values = {
        "language": "fr",
        "anonymous": False,
        "label": "Dossier de compétences",
        "name": "Sofia Garnier",
        "headline": "Ingénieure données",
        "cover": "Dix ans de données.",
        "contact": ("sofia@exemple.fr",),
        "skills_title": "Environnement :",
        "letterhead": Letterhead("Azurelle", ("12 quai", "Marseille"), "SAS – RCS", logo=picture()),
        "photo": picture("teal"),
        "sections": (
            Section("profile", "Profil", text=(Paragraph("Je conçois des plateformes."),)),
            Section("skills", "Compétences", families=(Family("Données", skills), Family("", skills[:2]))),
            Section("experiences", "Expériences", experiences=(experience,)),
            Section("certifications", "Certifications", lines=(Line("Scrum", "2021"), Line("AWS"))),
            Section("languages", "Langues", lines=(Line("Français", "Langue maternelle"),)),
        ),
    }
    return Dossier(**(values | more))


def odd() -> Dossier:
    """Return one with everything that people write."""
    text = tuple(Paragraph(value, point=bool(place % 2)) for place, value in enumerate(ODD))
    skills = tuple(Skill(value, 3, value, value) for value in ODD)
    experiences = [
        Experience(str(place), value, value, value, value, value, text, (value,)) for place, value in enumerate(ODD)
    ]
    sections = (
        Section("profile", ODD[2], text=text),
        Section("skills", LONG, families=(Family(LONG, skills), Family(ODD[3], skills[:1]))),
        Section("experiences", ODD[1], experiences=tuple(experiences)),
        Section("languages", ODD[4], lines=tuple(Line(value, value) for value in ODD)),
    )
    head = Letterhead(LONG, (LONG, ODD[2], ODD[5]), LONG, colour="FFFFFF", accent="FFEE00")
    values = {"name": f"{ODD[2]} {LONG}", "headline": LONG, "cover": "\n".join(ODD), "contact": ODD, "photo": b""}
    return dossier(sections=sections, letterhead=head, label=ODD[4], **values)


def many() -> Dossier:
    """Return one with forty experiences of all lengths, and eighty skills."""
    experiences = [
        Experience(
            key=str(number),
            title=f"Mission numéro {number}",
            client=f"Client {number}",
            period="janvier 2020 – mars 2021",
            text=tuple(Paragraph(SENTENCE * (1 + number % 9), point=bool(part)) for part in range(1 + number % 4)),
            skills=("Python",) * (number % 12),
        )
        for number in range(40)
    ]
    skills = tuple(Skill(f"Compétence {number}", number % 5, "Expert") for number in range(80))
    sections = (
        Section("skills", "Compétences", families=(Family("Données", skills),)),
        Section("experiences", "Expériences", experiences=tuple(experiences)),
        Section("languages", "Langues", lines=(Line("Français"),)),
    )
    return dossier(sections=sections)


def empty() -> Dossier:
    """Return one about nothing."""
    values = {"name": "S. G.", "headline": "", "cover": "", "contact": (), "photo": b""}
    return dossier(sections=(), letterhead=Letterhead(), anonymous=True, **values)


KINDS = {"ordinary": dossier, "odd": odd, "many": many, "empty": empty}


class TestDocx(unittest.TestCase):
    def test_packages_are_whole(self):
        for name, make in KINDS.items():
            with self.subTest(name), ZipFile(BytesIO(docx.write(make()))) as archive:
                self.assertIsNone(archive.testzip())
                names = archive.namelist()
                self.assertEqual(sorted(set(names)), sorted(names))
                for part in names:
                    if part.endswith((".xml", ".rels")):
                        self.check_part(archive, part, names)

    def check_part(self, archive, part: str, names: list[str]) -> None:
        tree = etree.fromstring(archive.read(part))
        if part.endswith(".rels"):
            folder = PurePosixPath(part).parent.parent
            for relation in tree:
                self.assertNotEqual("External", relation.get("TargetMode"), part)
                target = relation.get("Target")
                path = target.lstrip("/") if target.startswith("/") else str(folder / target)
                self.assertIn(path, names, part)
        for cell in tree.iter(qn("w:tc")):
            self.assertEqual(qn("w:p"), cell[-1].tag, part)
        for body in (*tree.iter(qn("w:body")), *tree.iter(qn("w:hdr"))):
            tables = [child for child in body if child.tag == qn("w:tbl")]
            self.assertTrue(all(table.getnext().tag == qn("w:p") for table in tables), part)
        for table in tree.iter(qn("w:tbl")):
            self.assertTrue(list(table.iter(qn("w:tc"))), part)

    def test_properties_are_in_the_order_of_the_schema(self):
        order = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs"]
        order += ["bidi", "spacing", "ind", "jc", "rPr"]
        with ZipFile(BytesIO(docx.write(odd()))) as archive:
            for part in ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml"):
                for properties in etree.fromstring(archive.read(part)).iter(qn("w:pPr")):
                    found = [etree.QName(child).localname for child in properties]
                    known = [name for name in found if name in order]
                    self.assertEqual(sorted(known, key=order.index), known, part)
                    self.assertEqual(len(set(found)), len(found), part)

    def test_what_it_says(self):
        found = Document(BytesIO(docx.write(dossier())))
        headings = [one.text for one in found.paragraphs if one.style.name == "Heading 1"]
        self.assertEqual(["Profil", "Compétences", "Expériences", "Certifications", "Langues"], headings)
        self.assertEqual(
            "Ingénieure données\tmars 2024 – aujourd’hui",
            next(one.text for one in found.paragraphs if one.style.name == "Heading 2"),
        )
        self.assertIn("Sofia Garnier", found.tables[0].cell(0, 0).text)
        self.assertEqual("●●●●", found.tables[1].cell(0, 1).text)
        self.assertEqual("Dossier de compétences – Sofia Garnier – Ingénieure données", found.core_properties.title)
        self.assertEqual(("Azurelle", "fr"), (found.core_properties.author, found.core_properties.language))
        self.assertIn('w:lang w:val="fr-FR"', etree.tostring(found.styles.element).decode())

    def test_nothing_of_the_model_file_is_left(self):
        data = docx.write(empty())
        with ZipFile(BytesIO(data)) as archive:
            words = "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
            self.assertEqual([], [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name])
        for trace in ("python-docx", "Macintosh", "Azurelle"):
            self.assertNotIn(trace, words)

    def test_an_office_suite_opens_it(self):
        program = shutil.which("soffice")
        with tempfile.TemporaryDirectory() as folder:
            for name, make in KINDS.items():
                path = f"{folder}/{name}.docx"
                with open(path, "wb") as file:
                    file.write(docx.write(make()))
                Document(path)
            if program:
                home = f"-env:UserInstallation=file://{folder}/home"
                names = [f"{folder}/{name}.docx" for name in KINDS]
                command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *names]
                subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 (of this machine)
                text = "".join(page.extract_text() for page in PdfReader(f"{folder}/many.pdf").pages)
                for number in range(40):
                    self.assertIn(f"Mission numéro {number}", text)


class TestPdf(unittest.TestCase):
    def test_everything_people_write_can_be_laid_out(self):
        for name, make in KINDS.items():
            with self.subTest(name):
                reader = PdfReader(BytesIO(pdf.write(make())))
                self.assertEqual("fr", reader.trailer["/Root"]["/Lang"])
                self.assertGreaterEqual(len(reader.pages), 1)

    def test_text_in_the_order_of_reading(self):
        reader = PdfReader(BytesIO(pdf.write(dossier())))
        text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
        wanted = (
            "Dossier de compétences", "Sofia Garnier", "Ingénieure données", "Dix ans de données.", "Profil",
            "Je conçois", "Compétences", "Données", "Python", "Expert · 9 ans · 2026", "Expériences",
            "Grand compte – banque", "Refonte de la plateforme", "Pipelines quotidiens",
            "Environnement : Python, Kafka", "Certifications", "Langues", "Langue maternelle",
        )  # fmt: skip
        found = list(re.finditer("|".join(map(re.escape, wanted)), text))
        seen = list(dict.fromkeys(match.group() for match in found))
        self.assertEqual(list(wanted), seen)

    def test_metadata_bookmarks_and_fonts(self):
        reader = PdfReader(BytesIO(pdf.write(dossier())))
        self.assertEqual("Dossier de compétences – Sofia Garnier – Ingénieure données", reader.metadata.title)
        self.assertEqual("Azurelle", reader.metadata.author)
        self.assertIn("Langues", [entry.title for entry in reader.outline])
        fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
        self.assertEqual([], [font["/BaseFont"] for font in fonts if "/FontDescriptor" not in font])
        anonymous = PdfReader(BytesIO(pdf.write(empty())))
        self.assertFalse(anonymous.metadata.author)

    def test_no_heading_ends_a_page_and_pages_are_numbered(self):
        reader = PdfReader(BytesIO(pdf.write(many())))
        self.assertGreater(len(reader.pages), 8)
        for number, page in enumerate(reader.pages, 1):
            lines = [line.strip() for line in page.extract_text().split("\n") if line.strip()]
            self.assertIn(f"{number} / {len(reader.pages)}", lines)
            body = [line for line in lines if not re.match(r"\d+ / \d+$|SAS – RCS$|Azurelle$|Sofia Garnier – ", line)]
            self.assertNotRegex(body[-1], r"^(Mission numéro|Client|Expériences|Langues|janvier)")

    def test_other_scripts_and_signs_are_shown(self):
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.write(odd()))).pages)
        text = text.replace(LONG, "")
        for wanted in ("œuvre", "Ünal", "Ệ", "✅", "★", "hello", "<b>gras</b>", "${y}"):
            self.assertTrue(wanted in text, wanted)
        self.assertTrue("םולש" in text[::-1])
