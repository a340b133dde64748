"""What tests of dossiers share: a consultant with data that could leak, colleagues, the files opened up."""

from base64 import b64encode
from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from bluegether.core.people.testing import FakeClock
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from datetime import date
from datetime import timedelta
from io import BytesIO
from PIL import Image
from pypdf import PdfReader
from zipfile import ZipFile
import transaction


CLIENT = "Banque Méridionale"
LISTED = "Clinique Saint-Gildas"
# What must be in no file that others make or that is anonymous, whatever the format.
PRIVATE = ("06 12 34 56 78", "sofia.garnier@azurelle.example", "AZ-00421")
BIOGRAPHY = (
    "Sofia Garnier, ingénieure données.\nÀ la banque meridionale puis chez MÉRIDIONALE, TJM 6473 € HT/jour.\n"
    "- Joignable au 06 12 34 56 78 ou sofia.garnier@azurelle.example, matricule AZ-00421"
)
EXPERIENCES = [
    {
        "title": "Ingénieure données pour la Banque Méridionale",
        "company": CLIENT,
        "client_confidential": True,
        "sector": "Banque",
        "start": date(2024, 3, 1),
        "end": None,
        "place": "Marseille, tour Méridionale",
        "description": "Refonte de l’entrepôt de banque-meridionale.fr.\n- Facturé 7391 €/jour\n- Équipe de la BM",
        "skills": [],
    },
    {
        "title": "Développeuse",
        "company": LISTED,
        "client_confidential": False,
        "sector": "Santé",
        "start": date(2021, 9, 1),
        "end": date(2024, 2, 28),
        "place": "Vannes",
        "description": "Outils de la clinique Saint‑Gildas.",
        "skills": [],
    },
    {
        "title": "Analyste",
        "company": "Transports Rhodia-Loire",
        "client_confidential": False,
        "sector": "Transport",
        "start": date(2019, 1, 1),
        "end": date(2021, 8, 31),
        "place": "Lyon",
        "description": "Passée par la Banque Méridionale avant.",
        "skills": [],
    },
]


class DossiersTest(PeopleTest):
    """Sofia Garnier (`sofia`), her manager, HR, sales, a colleague and a client."""

    def setUp(self):
        super().setUp()
        dossiers.throttle.clear()
        roles = {"rh": ["HR Referent"], "vente": ["Sales Referent"]}
        for userid, kind in (
            ("rh", "staff"),
            ("vente", "staff"),
            ("cheffe", "staff"),
            ("collegue", "consultant"),
            ("cliente", "client"),
        ):
            self.create(userid, kind=kind, password=PASSWORD, fullname=f"{userid.capitalize()} Test")
            self.give(userid, kind, roles.get(userid, []))
        self.create(
            "sofia",
            kind="consultant",
            password=PASSWORD,
            fullname="Sofia Garnier",
            job="Ingénieure données",
            email="sofia.garnier@azurelle.example",
        )
        people.update_account("sofia", actor="rh", manager="cheffe", matricule="AZ-00421")
        self.create("animatrice", kind="staff", password=PASSWORD)
        self.give("animatrice", "staff", ["Animator"])
        family = skills.add({"fr": "Développement", "en": "Development"}, actor="animatrice")
        self.skill = skills.add({"fr": "Tests automatisés", "en": "Test automation"}, actor="animatrice", parent=family)
        self.fill()

    def give(self, userid: str, kind: str, roles: list[str]) -> None:
        """Give a person the roles of their kind and these."""
        self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])

    def fill(self) -> None:
        """Write Sofia's profile."""
        person = people.person("sofia")
        people.update_profile(person, "presentation", {"biography": BIOGRAPHY}, actor="sofia", audience="everyone")
        contact = {"mobile": "06 12 34 56 78", "client_site": "Siège de la Banque Méridionale"}
        people.update_profile(person, "contact", contact, actor="sofia", audience="me")
        rows = {
            "skills": [{"skill": self.skill, "level": 4, "years": 7, "last_used": 2026, "again": True}],
            "languages": [{"language": "fr", "level": "native"}, {"language": "en", "level": "C1"}],
            "certifications": [
                {"title": "Scrum", "issuer": "Scrum.org", "obtained": date(2021, 5, 1), "expires": None}
            ],
            "experiences": EXPERIENCES,
        }
        people.update_profile(person, "skills", rows, actor="sofia", audience="everyone")

    def later(self, days: float) -> None:
        """Let days pass for the server's threads too, which read the clock from the database."""
        clock = FakeClock()
        clock.moment = self.clock.moment + timedelta(days=days)
        self.clock = clock
        self.portal.getSiteManager().registerUtility(clock, IClock)
        commit()

    def file(self, kind: str, *, maker: str = "sofia", of: str = "sofia", **choices) -> dossiers.File:
        """Make a file."""
        return dossiers.make(of, dossiers.Choices(**choices), kind, maker=maker, purpose="Besoin Rhodia")

    def words(self, file: dossiers.File) -> str:
        """Return everything that can be read in a file: its name, text, properties, whatever XML it holds."""
        opened = docx_words if file.name.endswith(".docx") else pdf_words
        return f"{file.name}\n{opened(file.data)}"

    def logo(self) -> bytes:
        """Return a logo as the setting keeps it, with words in its metadata."""
        stream, extra = BytesIO(), Image.Exif()
        extra[0x010E] = CLIENT
        Image.new("RGB", (40, 20), "navy").save(stream, "JPEG", exif=extra)
        name = b64encode(b"logo.jpg").decode()
        return f"filenameb64:{name};datab64:{b64encode(stream.getvalue()).decode()}".encode()


def docx_words(data: bytes) -> str:
    """Return the text of every part of a DOCX, markup included and markup left out."""
    with ZipFile(BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        names = archive.namelist()
    bare = [_without_tags(part) for part in parts]
    return "\n".join([*names, *parts, *bare])


def pdf_words(data: bytes) -> str:
    """Return the text of a PDF's pages, its properties, bookmarks and whatever else is plain in it."""
    reader = PdfReader(BytesIO(data))
    pages = [page.extract_text() for page in reader.pages]
    known = [str(value) for value in (reader.metadata or {}).values()]
    outline = [entry.title for entry in reader.outline]
    return "\n".join([*pages, " ".join("\n".join(pages).split()), *known, *outline, data.decode("latin-1")])


def _without_tags(text: str) -> str:
    found, inside = [], False
    for sign in text:
        if sign in "<>":
            inside = sign == "<"
        elif not inside:
            found.append(sign)
    return "".join(found)


def commit() -> None:
    """Let browsers see what a test made."""
    transaction.commit()
