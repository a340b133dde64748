"""Generate profiles/versions.cfg from constraints.txt, the one lock.

zc.buildout looks up its own recipe under the literal name `zc.recipe.egg`; every other name may be normalised.
"""

from pathlib import Path


LITERAL = {"zc-recipe-egg": "zc.recipe.egg"}


def pins(lock: str) -> list[tuple[str, str]]:
    """Return (name, version) for each pinned line of a compiled requirements file."""
    lines = [line.split(";")[0].strip() for line in lock.splitlines()]
    return [tuple(line.split("==", 1)) for line in lines if "==" in line and not line.startswith("#")]


def main() -> None:
    """Write the buildout versions file beside the profiles."""
    root = Path(__file__).resolve().parent.parent
    rows = [f"{LITERAL.get(name, name)} = {version}" for name, version in pins((root / "constraints.txt").read_text())]
    text = "# Generated from constraints.txt by `make lock`; do not edit.\n[versions]\n" + "\n".join(rows) + "\n"
    (root / "profiles" / "versions.cfg").write_text(text)


if __name__ == "__main__":
    main()
