"""A dossier as PDF, with reportlab: fonts embedded, language and title said, sections as bookmarks."""

from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.model import Experience
from bluegether.core.dossiers.api.model import Family
from bluegether.core.dossiers.api.model import Section
from bluegether.core.dossiers.documents import fonts
from bluegether.core.dossiers.documents.flowables import Band
from bluegether.core.dossiers.documents.flowables import Dots
from bluegether.core.dossiers.documents.flowables import Heading
from bluegether.core.dossiers.documents.flowables import NumberedCanvas
from bluegether.core.dossiers.documents.flowables import on
from bluegether.core.dossiers.documents.flowables import Point
from bluegether.core.dossiers.documents.flowables import text
from bluegether.core.dossiers.documents.text import clean
from functools import cached_property
from io import BytesIO
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate
from reportlab.platypus import CondPageBreak
from reportlab.platypus import Flowable
from reportlab.platypus import Frame
from reportlab.platypus import Image
from reportlab.platypus import NextPageTemplate
from reportlab.platypus import PageTemplate
from reportlab.platypus import Spacer
from reportlab.platypus import Table
from threading import Lock


KIND = "application/pdf"
MARGIN, TOP, BOTTOM = 19 * mm, 15 * mm, 20 * mm
WIDTH = A4[0] - 2 * MARGIN
LOGO = (52 * mm, 16 * mm)
PHOTO = 26 * mm
INK, GREY, RULE = HexColor("#22272E"), HexColor("#5B6570"), HexColor("#D9DEE4")
ONE_AT_A_TIME = Lock()  # laying out takes processor time: a second one only makes both late


def write(dossier: Dossier) -> bytes:
    """Return the file."""
    fonts.register()
    with ONE_AT_A_TIME:
        return Sheet(dossier).written()


class Sheet:
    """One dossier on its way to paper."""

    def __init__(self, dossier: Dossier):
        self.dossier = dossier
        self.head = dossier.letterhead
        self.colour, self.accent = HexColor(f"#{self.head.colour}"), HexColor(f"#{self.head.accent}")

    def written(self) -> bytes:
        """Return the PDF."""
        stream = BytesIO()
        document = BaseDocTemplate(
            stream,
            pagesize=A4,
            title=clean(self.dossier.title),
            author="" if self.dossier.anonymous else clean(self.head.company),
            subject="",
            creator="",
            producer="BlueGether",
            lang=self.dossier.language,
            displayDocTitle=True,
        )
        first = Frame(MARGIN, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0, id="first")
        later = Frame(MARGIN, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM - 9 * mm, 0, 0, 0, 0, id="later")
        document.addPageTemplates(
            [
                PageTemplate("first", [first], onPage=self.footer),
                PageTemplate("later", [later], onPage=self.running),
            ]
        )
        document.build(self.story(), canvasmaker=NumberedCanvas)
        return stream.getvalue()

    # Styles

    def style(self, size: float = 10, font: str = fonts.REGULAR, colour=INK, leading: float = 1.32, **more):
        """Return a style of text."""
        return ParagraphStyle(
            "own",
            fontName=font,
            fontSize=size,
            leading=size * leading,
            textColor=colour,
            splitLongWords=1,
            allowWidows=0,
            allowOrphans=0,
            **more,
        )

    @cached_property
    def styles(self) -> dict[str, ParagraphStyle]:
        """Return the styles by what they are for."""
        paper = on(self.colour)
        return {
            "label": self.style(9.5, colour=paper),
            "name": self.style(25, fonts.BOLD, paper, 1.12),
            "headline": self.style(13.5, colour=paper, leading=1.2),
            "address": self.style(8.5, colour=GREY, alignment=TA_RIGHT, leading=1.25),
            "company": self.style(15, fonts.BOLD, self.colour),
            "cover": self.style(11.5, fonts.ITALIC, INK, 1.35),
            "heading": self.style(14.5, fonts.BOLD, self.colour, 1.15, spaceBefore=15, spaceAfter=7),
            "family": self.style(10.5, fonts.BOLD, INK, spaceBefore=5, spaceAfter=2),
            "body": self.style(10, spaceAfter=4),
            "point": self.style(10, leftIndent=11, bulletIndent=1, spaceAfter=2.5),
            "cell": self.style(10, leading=1.15),
            "small": self.style(8.5, colour=GREY, leading=1.2),
            "title": self.style(11.5, fonts.BOLD, INK, 1.18),
            "period": self.style(9.5, colour=GREY, alignment=TA_RIGHT, leading=1.2),
            "client": self.style(10.5, fonts.BOLD, self.colour, 1.2, spaceAfter=4),
            "tools": self.style(9.5, colour=GREY, leading=1.3, spaceBefore=2),
        }

    def text(self, value: str, style: str) -> Flowable:
        """Return a paragraph in one of the styles."""
        return text(value, self.styles[style])

    # Every page

    def footer(self, canvas, _document) -> None:
        """Draw what is under every page; the number comes when the last one is known."""
        canvas.number_at = (A4[0] - MARGIN, 10.5 * mm)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.7)
        canvas.line(MARGIN, 15 * mm, A4[0] - MARGIN, 15 * mm)
        self.line(canvas, self.head.footer or self.head.company, MARGIN, 10.5 * mm, WIDTH - 60)

    def running(self, canvas, document) -> None:
        """Draw what is over the second and later pages."""
        self.footer(canvas, document)
        y = A4[1] - 13 * mm
        said = " – ".join(part for part in (self.dossier.name, self.dossier.headline) if part)
        room = WIDTH * (0.6 if self.head.company else 1)
        self.line(canvas, said, MARGIN, y, room, font=fonts.BOLD, colour=self.colour)
        self.line(canvas, self.head.company, A4[0] - MARGIN, y, WIDTH * 0.35, right=True)
        canvas.setStrokeColor(self.accent)
        canvas.setLineWidth(1.2)
        canvas.line(MARGIN, y - 6, A4[0] - MARGIN, y - 6)

    def line(self, canvas, value, x, y, room, *, font=fonts.REGULAR, colour=GREY, right=False, size=8.5) -> None:
        """Draw one line of text, cut with an ellipsis where there is no room."""
        value = clean(value).replace("\n", " ")
        shown = next(iter(fonts.lines(value, font, size, 10**6)), "")
        while shown and fonts.width(shown, font, size) > room:
            shown = shown[:-2].rstrip() + "…" if len(shown) > 2 else ""
        x -= fonts.width(shown, font, size) if right else 0
        canvas.setFillColor(colour)
        for name, stretch in fonts.runs(shown, font):
            canvas.setFont(name, size)
            canvas.drawString(x, y, stretch)
            x += canvas.stringWidth(stretch, name, size)

    # What is told

    def story(self) -> list[Flowable]:
        """Return everything in the order of reading."""
        story = [NextPageTemplate("later"), self.letterhead(), Spacer(0, 10), self.band(), Spacer(0, 12)]
        if self.dossier.contact:
            story.append(self.text("  ·  ".join(self.dossier.contact), "small"))
        if self.dossier.cover:
            story += [Spacer(0, 6), self.cover()]
        for place, section in enumerate(self.dossier.sections):
            story += self.section(section, place)
        return story

    def letterhead(self) -> Flowable:
        """Return the company's logo or name, and its address."""
        left = picture(self.head.logo, *LOGO) if self.head.logo else self.text(self.head.company, "company")
        address = [self.text(line, "address") for line in self.head.address]
        table = Table([[left, address or ""]], colWidths=[WIDTH * 0.5, WIDTH * 0.5])
        table.setStyle([*TIGHT, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
        return table

    def band(self) -> Flowable:
        """Return who it is about."""
        parts = (("label", self.dossier.label), ("name", self.dossier.name), ("headline", self.dossier.headline))
        return Band(
            [self.text(value, style) for style, value in parts if value],
            colour=self.colour,
            accent=self.accent,
            margin=MARGIN,
            picture=picture(self.dossier.photo, PHOTO, PHOTO) if self.dossier.photo else None,
        )

    def cover(self) -> Flowable:
        """Return the sentences for this need."""
        rows = [[self.text(line, "cover")] for line in self.dossier.cover.split("\n") if line.strip()]
        table = Table(rows, colWidths=[WIDTH])
        table.setStyle(
            [*TIGHT, ("LEFTPADDING", (0, 0), (-1, -1), 10), ("LINEBEFORE", (0, 0), (0, -1), 2.4, self.accent)]
        )
        return table

    def section(self, section: Section, place: int) -> list[Flowable]:
        """Return one section; its heading never stands alone at the end of a page."""
        heading = Heading(clean(section.title), self.styles["heading"], self.accent, f"section-{place}")
        parts = [CondPageBreak(95), heading, *self.paragraphs(section.text)]
        for family in section.families:
            parts += self.family(family)
        for number, experience in enumerate(section.experiences):
            parts += self.experience(experience, first=not number)
        if section.lines:
            parts.append(
                self.pairs([[self.text(line.title, "cell"), self.text(line.detail, "small")] for line in section.lines])
            )
        return parts

    def paragraphs(self, paragraphs) -> list[Flowable]:
        """Return running text and points."""
        found = []
        for paragraph in paragraphs:
            one = self.text(paragraph.text, "point" if paragraph.point else "body")
            if paragraph.point:
                one = Point(one, self.accent)
            found.append(one)
        return found

    def family(self, family: Family) -> list[Flowable]:
        """Return the skills of one family, two on a line, each with its dots."""
        rows = [family.skills[place : place + 2] for place in range(0, len(family.skills), 2)]
        cells = [
            [cell for skill in row for cell in self.skill(skill)] + ([""] * 3 if len(row) == 1 else []) for row in rows
        ]
        widths = [WIDTH * share / 2 for share in (0.42, 0.16, 0.42)] * 2
        table = Table(cells, colWidths=widths)
        table.setStyle(
            [
                *TIGHT,
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ]
        )
        title = [CondPageBreak(46), self.text(family.title, "family")] if family.title else []
        return [*title, table]

    def skill(self, skill) -> list:
        """Return the three cells of a skill."""
        detail = " · ".join(part for part in (skill.level_title, skill.detail) if part)
        dots = Dots(skill.level, self.accent) if skill.level else ""
        return [self.text(skill.title, "cell"), dots, self.text(detail, "small")]

    def pairs(self, cells: list[list[Flowable]]) -> Flowable:
        """Return a table of two columns with a rule under each row."""
        table = Table(cells, colWidths=[WIDTH * 0.5, WIDTH * 0.5])
        table.setStyle(
            [
                *TIGHT,
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
                ("LINEBELOW", (0, 0), (-1, -2), 0.4, RULE),
            ]
        )
        return table

    def experience(self, experience: Experience, *, first: bool) -> list[Flowable]:
        """Return one experience; its head stays with the beginning of its text."""
        head = Table(
            [[self.text(experience.title, "title"), self.text(experience.period, "period")]],
            colWidths=[WIDTH * 0.62, WIDTH * 0.38],
        )
        head.setStyle([*TIGHT, ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
        where = " · ".join(part for part in (experience.client, experience.sector, experience.place) if part)
        head.spaceBefore = 2 if first else 12
        parts = [CondPageBreak(84), head]
        if where:
            parts.append(self.text(where, "client"))
        parts += self.paragraphs(experience.text)
        if experience.skills:
            parts.append(self.text(f"{self.dossier.skills_title} {', '.join(experience.skills)}", "tools"))
        return parts


TIGHT = [
    ("FONT", (0, 0), (-1, -1), fonts.REGULAR),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def picture(data: bytes, width: float, height: float) -> Image:
    """Return a picture that fits into this much room, at the left."""
    found = Image(BytesIO(data), hAlign="LEFT")
    scale = min(width / found.imageWidth, height / found.imageHeight)
    found.drawWidth, found.drawHeight = found.imageWidth * scale, found.imageHeight * scale
    return found
