"""A dossier as DOCX, with python-docx: real styles and headings, so that sales can still change a word."""

from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.model import Experience
from bluegether.core.dossiers.api.model import Family
from bluegether.core.dossiers.api.model import Section
from bluegether.core.dossiers.documents import fonts
from bluegether.core.dossiers.documents import word
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Emu
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO


KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARGIN, PAGE = Mm(19), (Mm(210), Mm(297))
WIDTH = Emu(PAGE[0] - 2 * MARGIN)
LOGO, PHOTO = (Mm(52), Mm(16)), Mm(26)
INK, GREY, EMPTY = "22272E", "5B6570", "C9D0D8"
LEVELS = 4
DOT = "\N{BLACK CIRCLE}"


def write(dossier: Dossier) -> bytes:
    """Return the file."""
    fonts.register()
    return Sheet(dossier).written()


class Sheet:
    """One dossier on its way to a text processor."""

    def __init__(self, dossier: Dossier):
        self.dossier = dossier
        self.head = dossier.letterhead
        self.document = Document()
        self.paper = word.on(self.head.colour)

    def written(self) -> bytes:
        """Return the DOCX."""
        word.prepare(
            self.document,
            language=self.dossier.language,
            title=self.dossier.title,
            author=self.author(),
            made=self.dossier.made,
        )
        self.styles()
        self.page()
        self.band()
        self.opening()
        for section in self.dossier.sections:
            self.section(section)
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()

    def author(self) -> str:
        return "" if self.dossier.anonymous else self.head.company

    def styles(self) -> None:
        """Give the styles that the text uses their looks."""
        make = word.Styles(self.document)
        make.style("Normal", 10, INK, after=4, leading=1.12)
        make.style("Heading 1", 14.5, self.head.colour, bold=True, before=16, after=6, keep=True, rule=self.head.accent)
        make.style("Heading 2", 11.5, INK, bold=True, before=11, after=0, keep=True)
        make.style("Heading 3", 10.5, INK, bold=True, before=6, after=2, keep=True)
        make.style("Title", 25, self.paper, bold=True, after=2)
        make.style("List Bullet", 10, INK, after=2, leading=1.12, indent=12, hanging=True)
        make.style("Client", 10.5, self.head.colour, bold=True, after=3, keep=True)
        make.style("Cover", 11.5, INK, italic=True, after=4, before=4, bar=self.head.accent, indent=10)
        make.style("Small", 8.5, GREY, after=0)
        make.style("Cell", 10, INK, after=0)
        make.style("Tools", 9.5, GREY, before=2, after=4)

    # Around the text

    def page(self) -> None:
        """Set the sheet up: margins, what is over and under each page."""
        section = self.document.sections[0]
        section.page_width, section.page_height = PAGE
        section.left_margin = section.right_margin = MARGIN
        section.top_margin, section.bottom_margin = Mm(24), Mm(20)
        section.header_distance, section.footer_distance = Mm(11), Mm(9)
        section.different_first_page_header_footer = True
        self.letterhead(section.first_page_header)
        self.running(section.header)
        self.footer(section.first_page_footer)
        self.footer(section.footer)

    def letterhead(self, header) -> None:
        """Write the company's logo or name, and its address, over the first page."""
        table = header.add_table(1, 2, WIDTH)
        word.table(table, [WIDTH // 2, WIDTH // 2])
        left, right = table.rows[0].cells
        if self.head.logo:
            word.picture(left.paragraphs[0], self.head.logo, LOGO, alt="Logo")
        else:
            word.write(left.paragraphs[0], self.head.company, size=15, bold=True, colour=self.head.colour)
        for number, line in enumerate(self.head.address):
            paragraph = right.paragraphs[0] if not number else right.add_paragraph()
            paragraph.style, paragraph.alignment = self.document.styles["Small"], WD_ALIGN_PARAGRAPH.RIGHT
            word.write(paragraph, line)
        word.remove(header.paragraphs[0])
        word.closing(header)

    def running(self, header) -> None:
        """Write who it is about over the second and later pages."""
        paragraph = header.paragraphs[0]
        paragraph.style = self.document.styles["Small"]
        word.tab(paragraph, WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        said = " – ".join(part for part in (self.dossier.name, self.dossier.headline) if part)
        room = WIDTH.pt - fonts.width(self.head.company, fonts.REGULAR, 8.5) - 20
        word.write(paragraph, word.cut(said, room, 8.5), bold=True, colour=self.head.colour)
        word.write(paragraph, f"\t{self.head.company}")
        word.border(paragraph, "bottom", self.head.accent, space=4)

    def footer(self, footer) -> None:
        """Write the company's line and the page under each page."""
        paragraph = footer.paragraphs[0]
        paragraph.style = self.document.styles["Small"]
        word.tab(paragraph, WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        word.border(paragraph, "top", "D9DEE4", space=6)
        word.write(paragraph, word.cut(self.head.footer or self.head.company, WIDTH.pt - 60, 8.5))
        word.write(paragraph, "\t")
        word.number(paragraph, "PAGE")
        word.write(paragraph, " / ")
        word.number(paragraph, "NUMPAGES")

    # The text

    def band(self) -> None:
        """Write who it is about, on the company's colour, over the whole width of the sheet."""
        photo = self.dossier.photo
        widths = [PAGE[0] - PHOTO - MARGIN - Mm(4), PHOTO + MARGIN + Mm(4)] if photo else [PAGE[0]]
        table = self.document.add_table(1, len(widths))
        word.table(
            table, widths, indent=-MARGIN, colour=self.head.colour, accent=self.head.accent, padding=(Mm(5), MARGIN)
        )
        parts = ((self.dossier.label, 9.5, False), (self.dossier.name, 25, True), (self.dossier.headline, 13.5, False))
        cell = table.rows[0].cells[0]
        for number, (value, size, bold) in enumerate(part for part in parts if part[0]):
            paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
            paragraph.style = self.document.styles["Title" if bold else "Cell"]
            word.write(paragraph, value, size=size, bold=bold, colour=self.paper)
        if photo:
            word.picture(table.rows[0].cells[1].paragraphs[0], photo, (PHOTO, PHOTO), alt=self.dossier.name)

    def opening(self) -> None:
        """Write what stands before the sections."""
        self.paragraph("  ·  ".join(self.dossier.contact), "Small").paragraph_format.space_before = Pt(6)
        for line in self.dossier.cover.split("\n"):
            if line.strip():
                self.paragraph(line, "Cover")

    def paragraph(self, value: str, style: str = "Normal"):
        """Add a paragraph and return it."""
        paragraph = self.document.add_paragraph(style=style)
        word.write(paragraph, value)
        return paragraph

    def section(self, section: Section) -> None:
        """Write one section."""
        self.paragraph(section.title, "Heading 1")
        self.paragraphs(section.text)
        for family in section.families:
            self.family(family)
        for experience in section.experiences:
            self.experience(experience)
        if section.lines:
            self.lines(section.lines)

    def paragraphs(self, paragraphs) -> None:
        for paragraph in paragraphs:
            self.paragraph(paragraph.text, "List Bullet" if paragraph.point else "Normal")

    def family(self, family: Family) -> None:
        """Write the skills of one family, two on a line, each with its dots."""
        if family.title:
            self.paragraph(family.title, "Heading 3")
        table = self.document.add_table(0, 6)
        for place in range(0, len(family.skills), 2):
            cells = table.add_row().cells
            for number, skill in enumerate(family.skills[place : place + 2]):
                self.skill(cells[3 * number : 3 * number + 3], skill)
        word.table(
            table,
            [int(WIDTH * share / 2) for share in (0.42, 0.16, 0.42)] * 2,
            style=self.document.styles["Cell"],
            padding=(Pt(1.2), 0),
        )
        word.closing(self.document)

    def skill(self, cells, skill) -> None:
        """Write a skill's title, its dots and what they mean."""
        word.write(cells[0].paragraphs[0], skill.title)
        if skill.level:
            word.write(cells[1].paragraphs[0], DOT * skill.level, colour=self.head.accent, size=9)
            word.write(cells[1].paragraphs[0], DOT * (LEVELS - skill.level), colour=EMPTY, size=9)
        detail = " · ".join(part for part in (skill.level_title, skill.detail) if part)
        word.write(cells[2].paragraphs[0], detail, size=8.5, colour=GREY)

    def experience(self, experience: Experience) -> None:
        """Write one experience; its head stays with the beginning of its text."""
        title, period = experience.title, experience.period
        head = self.paragraph(title, "Heading 2")
        fits = fonts.width(title, fonts.BOLD, 11.5) + fonts.width(period, fonts.REGULAR, 9.5) + 12 < WIDTH.pt
        where = " · ".join(part for part in (experience.client, experience.sector, experience.place) if part)
        if period and fits:
            word.tab(head, WIDTH, WD_TAB_ALIGNMENT.RIGHT)
            word.write(head, f"\t{period}", size=9.5, bold=False, colour=GREY)
        if where:
            self.paragraph(where, "Client")
        if period and not fits:
            self.paragraph(period, "Small").paragraph_format.keep_with_next = True
        self.paragraphs(experience.text)
        if experience.skills:
            if experience.text:
                self.document.paragraphs[-1].paragraph_format.keep_with_next = True
            self.paragraph(f"{self.dossier.skills_title} {', '.join(experience.skills)}", "Tools")

    def lines(self, lines) -> None:
        """Write languages or certifications: a table of two columns with a rule under each row."""
        table = self.document.add_table(0, 2)
        for line in lines:
            left, right = table.add_row().cells
            word.write(left.paragraphs[0], line.title)
            word.write(right.paragraphs[0], line.detail, size=8.5, colour=GREY)
        word.table(
            table, [WIDTH // 2, WIDTH // 2], style=self.document.styles["Cell"], rules="D9DEE4", padding=(Pt(2), 0)
        )
        word.closing(self.document)
