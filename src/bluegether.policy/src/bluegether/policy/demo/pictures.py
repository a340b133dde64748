"""Pictures of people who do not exist: a drawn head and shoulders, each a little different."""

from io import BytesIO
from PIL import Image
from PIL import ImageDraw
from random import Random


SIDE = 256
BACKGROUNDS = ("#dfe7fd", "#fde8d7", "#d8f3dc", "#fbe0e6", "#e8e0fb", "#fff3c4", "#d6f0f5", "#e9ecef")
SKINS = ("#f2d3b8", "#e3b48f", "#c98f65", "#a4694a", "#7b4a32", "#f7e0cf")
HAIRS = ("#2b2118", "#4a3222", "#7a5230", "#b5813f", "#d9c08a", "#8d8d93", "#1b1b1f", "#8c3b1f")
CLOTHES = ("#2f43c6", "#c2410c", "#0f766e", "#7c3aed", "#334155", "#be185d", "#4d7c0f", "#0369a1")


def picture(random: Random) -> bytes:
    """Return a PNG of one such person."""
    image = Image.new("RGB", (SIDE, SIDE), random.choice(BACKGROUNDS))
    draw = ImageDraw.Draw(image)
    skin, hair = random.choice(SKINS), random.choice(HAIRS)
    long_hair = random.random() < 0.45
    if long_hair:
        draw.rounded_rectangle((70, 52, 186, 200), radius=58, fill=hair)
    draw.ellipse((38, 186, 218, 340), fill=random.choice(CLOTHES))
    draw.rounded_rectangle((108, 150, 148, 206), radius=18, fill=skin)
    draw.ellipse((80, 62, 176, 180), fill=skin)
    draw.pieslice((76, 46, 180, 146), 180, 360, fill=hair)
    if random.random() < 0.5:
        draw.chord((76, 60, 180, 130), 190, random.choice((270, 300, 340)), fill=hair)
    for place in (108, 148):
        draw.ellipse((place - 5, 116, place + 5, 126), fill="#1f2430")
    if random.random() < 0.35:
        for place in (108, 148):
            draw.ellipse((place - 15, 106, place + 15, 136), outline="#1f2430", width=3)
        draw.line((123, 120, 133, 120), fill="#1f2430", width=3)
    draw.arc((110, 130, 146, 160), 20, 160, fill="#8a3b32", width=4)
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()
