"""What python-docx does not offer: shading, rules, page numbers, language, text read from right to left."""

from bluegether.core.dossiers.documents import fonts
from bluegether.core.dossiers.documents.text import clean
from bluegether.core.dossiers.documents.text import starts_rtl
from datetime import datetime
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.shared import Pt
from docx.shared import RGBColor
from io import BytesIO
from PIL import Image


FONT = "Calibri"
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
DARK = 0.45
# Order of what may be in a paragraph's or a cell's properties, as far as it is set here: the schema wants it.
AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:bidi",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)


LEFT_OUT = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.CUSTOM_XML)
PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>BlueGether</Application></Properties>"
)


def on(colour: str) -> str:
    """Return the colour of text that can be read on this one."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return "1B1B1B" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > DARK else "FFFFFF"


def element(name: str, /, **attributes):
    """Return an element of WordprocessingML with its attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def prepare(document, *, language: str, title: str, author: str, made: datetime) -> None:
    """Say what the file is, and take out what the library's model file says of itself."""
    properties = document.core_properties
    properties.title, properties.author, properties.language = clean(title)[:255], clean(author)[:255], language
    properties.last_modified_by = properties.comments = properties.subject = properties.keywords = ""
    properties.created = properties.modified = made
    _strip(document.part)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    tag = LANGUAGES[language]
    defaults.append(element("lang", val=tag, eastAsia=tag, bidi="ar-SA"))
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is not None:
        for old in compat.findall(qn("w:compatSetting")):
            compat.remove(old)
        uri = "http://schemas.microsoft.com/office/word"
        compat.append(element("compatSetting", name="compatibilityMode", uri=uri, val=15))


def _strip(part) -> None:
    """Take a picture, a bibliography and the name of another program out of the library's model file."""
    package = part.package
    for owner in (package, part):
        for key, relation in list(owner.rels.items()):
            if relation.reltype in LEFT_OUT:
                del owner.rels[key]
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = PROGRAM


class Styles:
    """The styles of a document."""

    def __init__(self, document):
        self.document = document

    def style(
        self,
        name: str,
        size: float,
        colour: str,
        *,
        after: float,
        before: float = 0,
        keep: bool = False,
        leading: float = 1.0,
        bold: bool = False,
        italic: bool = False,
        rule: str = "",
        bar: str = "",
        indent: float = 0,
        hanging: bool = False,
    ) -> None:
        """Give a style, made when it is missing, its looks."""
        known = name in [style.name for style in self.document.styles]
        style = self.document.styles[name] if known else self.document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = self.document.styles["Normal"]
        self._font(style, size, colour, bold=bold, italic=italic)
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), leading
        shape.keep_with_next, shape.widow_control = keep, True
        for old in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
            style.element.pPr.remove(old)
        if indent:
            shape.left_indent, shape.first_line_indent = Pt(indent), Pt(-indent if hanging else 0)
        if rule:
            border(style, "bottom", rule, space=3, size=12)
        if bar:
            border(style, "left", bar, space=8, size=18)

    def _font(self, style, size: float, colour: str, *, bold: bool, italic: bool) -> None:
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = RGBColor.from_string(colour)
        names = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(names.attrib):
            del names.attrib[key]
        for key in ("ascii", "hAnsi", "cs", "eastAsia"):
            names.set(qn(f"w:{key}"), FONT)


def border(thing, side: str, colour: str, *, space: int = 1, size: int = 6) -> None:
    """Draw a line at one side of a paragraph or of a style's paragraphs."""
    properties = (thing.element if hasattr(thing, "element") else thing._p).get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = element("pBdr")
    borders.append(element(side, val="single", sz=size, space=space, color=colour))
    properties.insert_element_before(borders, *AFTER_BORDER)


def write(paragraph, value: str, *, size: float = 0, bold: bool | None = None, colour: str = "") -> None:
    """Add text to a paragraph; one that is read from right to left says so."""
    value = clean(value)
    if not value:
        return
    run = paragraph.add_run(value)
    if size:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if starts_rtl(value):
        run.font.rtl = True
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(element("bidi"), *AFTER_BORDER[AFTER_BORDER.index("w:bidi") + 1 :])


def cut(value: str, room: float, size: float) -> str:
    """Return as much of a line as there is room for, in points."""
    value = clean(value).replace("\n", " ")
    while len(value) > 2 and fonts.width(value, fonts.BOLD, size) > room:
        value = value[:-2].rstrip() + "…"
    return value


def tab(paragraph, position: int, alignment) -> None:
    """Set the one tab stop of a paragraph."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(position, alignment)


def number(paragraph, what: str) -> None:
    """Add a field: PAGE or NUMPAGES."""
    for kind, text in (("begin", ""), ("", what), ("separate", ""), ("value", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "value" else None)
        if kind == "":
            instruction = element("instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {text} "
            run._r.append(instruction)
        elif kind != "value":
            run._r.append(element("fldChar", fldCharType=kind))


def picture(paragraph, data: bytes, room: tuple[int, int], *, alt: str) -> None:
    """Add a picture that fits into this much room, with a text for who does not see it."""
    width, height = Image.open(BytesIO(data)).size
    scale = min(room[0] / width, room[1] / height)
    shape = paragraph.add_run().add_picture(BytesIO(data), Emu(int(width * scale)), Emu(int(height * scale)))
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")  # left out, LibreOffice leaves room around it
    drawn = shape._inline.docPr
    drawn.set("descr", clean(alt))
    drawn.set("name", "Image")
    shape._inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "Image")


def table(
    made,
    widths: list[int],
    *,
    indent: int = 0,
    colour: str = "",
    accent: str = "",
    padding=(0, 0),
    rules: str = "",
    style=None,
) -> None:
    """Give a table fixed columns, no frame, its colour; its rows stay whole."""
    made.autofit = False
    properties = made._tbl.tblPr
    wide = properties.find(qn("w:tblW"))
    wide.set(qn("w:w"), str(sum(widths) // 635))
    wide.set(qn("w:type"), "dxa")
    for name in ("tblInd", "tblBorders", "tblCellMar"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    _shape(properties, indent, padding, rules)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    for row in made.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            _cell(cell, width, colour, accent, style)


def _shape(properties, indent: int, padding, rules: str) -> None:
    place = properties.find(qn("w:tblLook"))
    layout = properties.find(qn("w:tblLayout"))
    borders = element("tblBorders")
    if rules:
        borders.append(element("insideH", val="single", sz=4, space=0, color=rules))
    margins = element("tblCellMar")
    up, side = padding[0] // 635, padding[1] // 635
    for name, size in (("top", up), ("left", side), ("bottom", up), ("right", side)):
        margins.append(element(name, w=size, type="dxa"))
    for one in (element("tblInd", w=indent // 635, type="dxa"), borders):
        layout.addprevious(one) if layout is not None else properties.append(one)
    place.addprevious(margins) if place is not None else properties.append(margins)


def _cell(cell, width: int, colour: str, accent: str, style) -> None:
    cell.width = width
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if colour:
        properties = cell._tc.get_or_add_tcPr()
        if accent:
            borders = element("tcBorders")
            borders.append(element("bottom", val="single", sz=24, space=0, color=accent))
            properties.insert_element_before(borders, "w:shd", "w:noWrap", "w:tcMar", "w:vAlign")
        shading = element("shd", val="clear", color="auto", fill=colour)
        properties.insert_element_before(shading, "w:noWrap", "w:tcMar", "w:vAlign")
    for paragraph in cell.paragraphs if style is not None else ():
        paragraph.style = style


def remove(paragraph) -> None:
    """Take a paragraph out."""
    paragraph._p.getparent().remove(paragraph._p)


def closing(container) -> None:
    """Add the paragraph that a table wants after it, as low as can be."""
    last = container.add_paragraph()
    last.paragraph_format.space_after = last.paragraph_format.space_before = Pt(0)
    last.paragraph_format.line_spacing = Pt(4)
