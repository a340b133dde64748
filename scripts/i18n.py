"""Collect the texts of every room into its catalogs: locales/bluegether.pot, then French and English beside it.

A room owns its catalogs as it owns its code; zope.i18n merges catalogs of one domain.
"""

from pathlib import Path
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent
DUDE = ROOT / ".venv" / "bin" / "i18ndude"


def catalogs() -> list[Path]:
    """Return the folders that hold a `locales` folder of ours."""
    return sorted(path.parent for path in ROOT.glob("src/*/src/bluegether/**/locales"))


def source(folder: Path) -> Path:
    """Return where the folder's texts are: its own tree, or only the profile for the folder that holds the rooms."""
    return folder / "profiles" if folder.name == "core" else folder


def collect(folder: Path, pot: Path) -> None:
    """Write the texts that belong to this folder's catalog into `pot`."""
    pot.parent.mkdir(parents=True, exist_ok=True)
    command = [
        DUDE,
        "rebuild-pot",
        "--pot",
        pot,
        "--create",
        "bluegether",
        "--no-wrap",
        "--no-line-numbers",
        source(folder),
    ]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    if pot.exists():
        mend(pot)


def mend(catalog: Path) -> None:
    """Escape the line ends inside texts, which i18ndude writes as they are when it is told not to wrap."""
    lines: list[str] = []
    inside = False
    for line in catalog.read_text().split("\n"):
        if inside:
            lines[-1] += f"\\n{line}"
        else:
            lines.append(line)
        text = lines[-1]
        opened = text.startswith(("msgid ", "msgstr ", '"'))
        inside = opened and not (text.endswith('"') and not text.endswith('\\"') and text.count('"') > 1)
    catalog.write_text("\n".join(lines))


def main() -> None:
    """Rebuild every catalog."""
    for folder in catalogs():
        pot = folder / "locales" / "bluegether.pot"
        collect(folder, pot)
        if not pot.exists():  # no text there yet
            continue
        translations = sorted((folder / "locales").glob("*/LC_MESSAGES/bluegether.po"))
        command = [DUDE, "sync", "--no-wrap", "--pot", pot, *translations]
        subprocess.run([str(part) for part in command], check=True, capture_output=True)
        for translation in translations:
            mend(translation)


if __name__ == "__main__":
    sys.exit(main())
