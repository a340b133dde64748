"""The figures of `sides.py` as a picture: one bar per page, its CPU as a share of plain Plone's nearest page."""

from html import escape


WIDTH, LEFT, TALL = 640, 170, 22


def bars(rows: list[dict]) -> str:
    """Return an SVG of the rows with one client; the line marks what plain Plone needs, 1.0."""
    shown = [row for row in rows if row["clients"] == min(one["clients"] for one in rows)]
    shares = [row["ours"]["cpu"] / row["plain"]["cpu"] for row in shown]
    scale = (WIDTH - LEFT - 60) / max([1.0, *shares])
    height = TALL * len(shown) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">',
        '<title>CPU of each page as a share of plain Plone</title><g font-size="12">',
    ]
    for number, (row, share) in enumerate(zip(shown, shares, strict=True)):
        top = TALL * number + 8
        over = row["target"] is not None and share > row["target"]
        colour, wide = "#c4472b" if over else "#3c52d6", f"{share * scale:.1f}"
        parts.append(
            f'<text x="{LEFT - 8}" y="{top + 13}" text-anchor="end">{escape(row["page"])}</text>'
            f'<rect x="{LEFT}" y="{top}" width="{wide}" height="16" fill="{colour}"/>'
            f'<text x="{LEFT + share * scale + 6:.1f}" y="{top + 13}">{share:.2f}</text>'
        )
    edge = LEFT + scale
    parts.append(
        f'<line x1="{edge:.1f}" x2="{edge:.1f}" y1="0" y2="{height - 24}" stroke="#555" stroke-dasharray="3"/>'
    )
    parts.append(f'<text x="{edge:.1f}" y="{height - 8}" text-anchor="middle">plain Plone</text></g></svg>')
    return "".join(parts)
