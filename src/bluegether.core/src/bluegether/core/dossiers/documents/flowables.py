"""Pieces of the PDF that reportlab lacks: text read from right to left, dots, the band, headings, page numbers."""

from bluegether.core.dossiers.documents import fonts
from bluegether.core.dossiers.documents.text import clean
from bluegether.core.dossiers.documents.text import has_rtl
from bluegether.core.dossiers.documents.text import starts_rtl
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph


LEVELS = 4
DARK = 0.45


def on(colour: HexColor) -> HexColor:
    """Return the colour of text that can be read on this one."""
    light = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue
    return HexColor("#1B1B1B") if light > DARK else HexColor("#FFFFFF")


def text(value: str, style: ParagraphStyle) -> Flowable:
    """Return a paragraph of this text."""
    value = clean(value)
    return RtlText(value, style) if has_rtl(value) else Paragraph(fonts.markup(value, style.fontName), style)


class RtlText(Flowable):
    """A paragraph with something read from right to left: broken into lines before each is put in the eye's order."""

    def __init__(self, value: str, style: ParagraphStyle):
        super().__init__()
        self.rtl = starts_rtl(value)
        opposite = {TA_LEFT: TA_RIGHT, TA_RIGHT: TA_LEFT}.get(style.alignment, style.alignment)
        indents = {"leftIndent": style.rightIndent, "rightIndent": style.leftIndent} if self.rtl else {}
        self.value = value
        self.style = ParagraphStyle("rtl", parent=style, alignment=opposite if self.rtl else style.alignment, **indents)
        self.inner = None

    def getSpaceBefore(self):
        return self.style.spaceBefore

    def getSpaceAfter(self):
        return self.style.spaceAfter

    def wrap(self, width, height):
        style = self.style
        room = width - style.leftIndent - style.rightIndent
        shown = fonts.lines(self.value, style.fontName, style.fontSize, room)
        self.inner = Paragraph("<br/>".join(fonts.markup(line, style.fontName) for line in shown), style)
        self.width, self.height = self.inner.wrap(width, height)
        return self.width, self.height

    def split(self, width, height):
        if self.inner is None:
            self.wrap(width, height)
        return self.inner.split(width, height)

    def draw(self):
        self.inner.drawOn(self.canv, 0, 0)


class Dots(Flowable):
    """A level as filled and empty dots."""

    size, gap = 5.4, 3.2

    def __init__(self, level: int, colour: HexColor):
        super().__init__()
        self.level = level
        self.colour = colour
        self.width, self.height = LEVELS * (self.size + self.gap), self.size + 3.2

    def wrap(self, _width, _height):
        return self.width, self.height

    def draw(self):
        radius = self.size / 2
        for place in range(LEVELS):
            self.canv.setFillColor(self.colour if place < self.level else HexColor("#D9DEE4"))
            self.canv.circle(place * (self.size + self.gap) + radius, radius, radius, stroke=0, fill=1)


class Heading(Flowable):
    """A section's heading with a rule under it; also a bookmark of the file."""

    def __init__(self, value: str, style: ParagraphStyle, colour: HexColor, key: str):
        super().__init__()
        self.value, self.colour, self.key = value, colour, key
        self.inner = text(value, style)
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter
        self.keepWithNext = 1

    def getSpaceBefore(self):
        return self.spaceBefore

    def getSpaceAfter(self):
        return self.spaceAfter

    def wrap(self, width, height):
        _width, tall = self.inner.wrap(width, height)
        self.width, self.height = width, tall + 5
        return self.width, self.height

    def draw(self):
        self.inner.drawOn(self.canv, 0, 5)
        self.canv.setStrokeColor(HexColor("#D9DEE4"))
        self.canv.setLineWidth(0.7)
        self.canv.line(0, 0, self.width, 0)
        self.canv.setStrokeColor(self.colour)
        self.canv.setLineWidth(2)
        self.canv.line(0, 0, 34, 0)
        self.canv.bookmarkPage(self.key)
        self.canv.addOutlineEntry(self.value, self.key, 0, 0)


class Band(Flowable):
    """The band over the whole width of the sheet that says whose dossier this is."""

    padding = 18

    def __init__(self, texts: list[Flowable], *, colour: HexColor, accent: HexColor, margin: float, picture=None):
        super().__init__()
        self.texts, self.colour, self.accent, self.margin, self.picture = texts, colour, accent, margin, picture

    def wrap(self, width, height):
        room = width - (self.picture.drawWidth + 14 if self.picture else 0)
        self.sizes = [one.wrap(room, height) for one in self.texts]
        tall = sum(size[1] for size in self.sizes) + 4 * (len(self.sizes) - 1)
        tall = max(tall, self.picture.drawHeight if self.picture else 0)
        self.width, self.height = width, tall + 2 * self.padding
        return self.width, self.height

    def draw(self):
        canvas, whole = self.canv, self.width + 2 * self.margin
        canvas.setFillColor(self.colour)
        canvas.rect(-self.margin, 0, whole, self.height, stroke=0, fill=1)
        canvas.setFillColor(self.accent)
        canvas.rect(-self.margin, -3, whole, 3, stroke=0, fill=1)
        top = self.height - self.padding
        for one, (_width, tall) in zip(self.texts, self.sizes, strict=True):
            one.drawOn(canvas, 0, top - tall)
            top -= tall + 4
        if self.picture:
            self.picture.drawOn(
                canvas, self.width - self.picture.drawWidth, self.height - self.padding - self.picture.drawHeight
            )


class Point(Flowable):
    """A point of a list: a paragraph with a small square before it."""

    def __init__(self, inner: Flowable, colour, *, marked: bool = True):
        super().__init__()
        self.inner, self.colour, self.marked = inner, colour, marked

    def getSpaceBefore(self):
        return self.inner.getSpaceBefore()

    def getSpaceAfter(self):
        return self.inner.getSpaceAfter()

    def wrap(self, width, height):
        self.width, self.height = self.inner.wrap(width, height)
        return self.width, self.height

    def split(self, width, height):
        parts = self.inner.split(width, height)
        return [Point(one, self.colour, marked=self.marked and not place) for place, one in enumerate(parts)]

    def draw(self):
        self.inner.drawOn(self.canv, 0, 0)
        if self.marked:
            self.canv.setFillColor(self.colour)
            rtl = isinstance(self.inner, RtlText) and self.inner.rtl
            self.canv.rect(self.width - 4.7 if rtl else 1.5, self.height - 8.4, 3.2, 3.2, stroke=0, fill=1)


class NumberedCanvas(Canvas):
    """Writes `page / pages` on each sheet, which takes knowing the last one."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **(options | {"initialFontName": fonts.REGULAR}))
        self._sheets = []

    def showPage(self):
        self._sheets.append(dict(self.__dict__))
        self._startPage()

    def save(self):
        for sheet in self._sheets:
            self.__dict__.update(sheet)
            self.setFont(fonts.REGULAR, 8.5)
            self.setFillColor(HexColor("#5B6570"))
            right, bottom = self.number_at
            self.drawRightString(right, bottom, f"{self._pageNumber} / {len(self._sheets)}")
            super().showPage()
        super().save()
