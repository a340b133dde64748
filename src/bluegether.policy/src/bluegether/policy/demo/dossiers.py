"""The letterhead of the demo company: its settings, and a logo drawn here rather than committed."""

from base64 import b64encode
from bluegether.core.dossiers.interfaces import FONTS
from bluegether.policy.demo import company
from io import BytesIO
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from plone import api


PREFIX = "bluegether.dossiers"
BLUE, SEA, SUN = "#14507A", "#2A9DB0", "#E07A1F"
ADDRESS = [
    "12, quai des Calanques · 13002 Marseille",
    "+33 4 91 00 00 00 · contact@azurelle.example",
    "www.azurelle.example",
]
FOOTER = "Azurelle Conseil – SAS au capital de 250 000 € – RCS Marseille 000 000 000 – Document confidentiel"
CONFIDENTIAL = ["Clinique Saint-Gildas | santé"]


def build() -> None:
    """Set the letterhead, unless somebody did."""
    if api.portal.get_registry_record(f"{PREFIX}.company"):
        return
    values = {"company": company.NAME, "address": ADDRESS, "footer": FOOTER, "colour": BLUE, "accent": SUN}
    values |= {"logo": kept(logo()), "confidential_clients": CONFIDENTIAL}
    for name, value in values.items():
        api.portal.set_registry_record(f"{PREFIX}.{name}", value)


def kept(data: bytes) -> bytes:
    """Return a picture as the setting keeps it."""
    return b"filenameb64:" + b64encode(b"azurelle.png") + b";datab64:" + b64encode(data)


def logo() -> bytes:
    """Return the logo: a sun over two waves in a rounded square, and the name."""
    scale, side = 4, 200
    tile = Image.new("RGBA", (side * scale, side * scale), (255, 255, 255, 0))
    draw = ImageDraw.Draw(tile)
    box = (0, 0, side * scale - 1, side * scale - 1)
    draw.rounded_rectangle(box, 44 * scale, fill=BLUE)
    draw.ellipse([n * scale for n in (104, 34, 158, 88)], fill=SUN)
    wave(draw, 112, "#FFFFFF", scale)
    wave(draw, 148, SEA, scale)
    mask = Image.new("L", tile.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle(box, 44 * scale, fill=255)
    small = Image.new("RGBA", tile.size, (255, 255, 255, 0))
    small.paste(tile, mask=mask)
    small = small.resize((side, side), Image.Resampling.LANCZOS)
    whole = Image.new("RGBA", (760, side), (255, 255, 255, 0))
    whole.paste(small)
    words = ImageDraw.Draw(whole)
    words.text((228, 14), "Azurelle", font=ImageFont.truetype(str(FONTS / "Carlito-Bold.ttf"), 118), fill=BLUE)
    words.text((233, 126), "CONSEIL", font=ImageFont.truetype(str(FONTS / "Carlito-Regular.ttf"), 54), fill=SEA)
    stream = BytesIO()
    whole.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def wave(draw: ImageDraw.ImageDraw, top: int, colour: str, scale: int) -> None:
    """Draw one wave from side to side: a band between two curves."""
    steps = range(0, 201, 4)
    upper = [(x * scale, (top + 13 * bend(x / 100)) * scale) for x in steps]
    lower = [(x * scale, (top + 22 + 13 * bend(x / 100)) * scale) for x in reversed(steps)]
    draw.polygon([*upper, *lower], fill=colour)


def bend(turns: float) -> float:
    """Return a smooth wave of one turn per unit, from -1 to 1."""
    place = turns % 1
    return 16 * place * (0.5 - place) if place < 0.5 else -16 * (place - 0.5) * (1 - place)
