"""Pictures of rewards, drawn: flat shapes on a warm ground, each of its own colours."""

from io import BytesIO
from PIL import Image
from PIL import ImageDraw


WIDTH, HEIGHT = 640, 400


def picture(name: str) -> bytes:
    """Return the PNG of this reward."""
    ground, draws = PICTURES[name]
    image = Image.new("RGB", (WIDTH, HEIGHT), ground)
    draws(ImageDraw.Draw(image))
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def mug(draw) -> None:
    draw.ellipse((360, 150, 480, 280), outline="#2f43c6", width=26)
    draw.rounded_rectangle((210, 120, 420, 320), radius=30, fill="#2f43c6")
    draw.rounded_rectangle((210, 120, 420, 150), radius=14, fill="#1f2f93")
    for place in (260, 315, 370):
        draw.arc((place - 18, 50, place + 18, 110), 90, 270, fill="#e8613a", width=8)


def tree(draw) -> None:
    draw.rectangle((305, 230, 335, 350), fill="#7a5230")
    for box, colour in (
        ((210, 90, 360, 250), "#2f8f5b"),
        ((280, 70, 440, 240), "#3fae7a"),
        ((240, 40, 400, 190), "#57c491"),
    ):
        draw.ellipse(box, fill=colour)
    draw.rectangle((0, 350, WIDTH, HEIGHT), fill="#c9b18b")


def book(draw) -> None:
    draw.polygon(((320, 110), (120, 80), (120, 300), (320, 335)), fill="#ffffff", outline="#8c3b1f")
    draw.polygon(((320, 110), (520, 80), (520, 300), (320, 335)), fill="#fff7ec", outline="#8c3b1f")
    for line in range(5):
        y = 130 + line * 34
        draw.line((150, y, 295, y + 18), fill="#c2410c", width=5)
        draw.line((345, y + 18, 490, y), fill="#c2410c", width=5)
    draw.line((320, 110, 320, 335), fill="#8c3b1f", width=6)


def ticket(draw) -> None:
    for box, colour in (((120, 90, 440, 230), "#be185d"), ((200, 180, 520, 320), "#e8613a")):
        draw.rounded_rectangle(box, radius=18, fill=colour)
        for y in range(box[1] + 14, box[3] - 10, 24):
            draw.rectangle((box[2] - 74, y, box[2] - 68, y + 12), fill="#ffffff")
    draw.polygon(((300, 210), (300, 290), (370, 250)), fill="#ffffff")


def headphones(draw) -> None:
    draw.arc((180, 80, 460, 380), 180, 360, fill="#334155", width=30)
    for x in (160, 420):
        draw.rounded_rectangle((x, 210, x + 60, 330), radius=24, fill="#0f766e")


def conference(draw) -> None:
    draw.rounded_rectangle((130, 70, 510, 250), radius=14, fill="#ffffff", outline="#334155", width=6)
    for x, height in ((180, 60), (250, 100), (320, 80), (390, 140)):
        draw.rectangle((x, 230 - height, x + 46, 230), fill="#7c3aed")
    for x in range(120, 560, 90):
        draw.ellipse((x, 300, x + 50, 350), fill="#334155")
        draw.pieslice((x - 20, 345, x + 70, 435), 180, 360, fill="#334155")


def bag(draw) -> None:
    draw.arc((270, 50, 370, 150), 180, 360, fill="#4a3222", width=18)
    draw.rounded_rectangle((210, 100, 430, 340), radius=60, fill="#b5813f")
    draw.rounded_rectangle((240, 220, 400, 320), radius=24, fill="#7a5230")


PICTURES = {
    "mug": ("#fdeae2", mug),
    "tree": ("#e0f3e8", tree),
    "book": ("#fdf1d6", book),
    "ticket": ("#fbe0e6", ticket),
    "headphones": ("#e2eff8", headphones),
    "conference": ("#e8e0fb", conference),
    "bag": ("#ece7de", bag),
}
