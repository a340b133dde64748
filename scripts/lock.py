"""Generate profiles/versions.cfg from constraints.txt, the one lock, and what two profiles add from their own locks.

zc.buildout looks up its own recipe under the literal name `zc.recipe.egg`; every other name may be normalised.
"""

from pathlib import Path


LITERAL = {"zc-recipe-egg": "zc.recipe.egg"}


def pins(lock: str) -> list[tuple[str, str]]:
    """Return (name, version) for each pinned line of a compiled requirements file."""
    lines = [line.split(";")[0].strip() for line in lock.splitlines()]
    return [tuple(line.split("==", 1)) for line in lines if "==" in line and not line.startswith("#")]


def main() -> None:
    """Write the buildout versions files beside the profiles."""
    root = Path(__file__).resolve().parent.parent
    common = pins((root / "constraints.txt").read_text())
    write(root / "profiles" / "versions.cfg", "constraints.txt", common)
    for kind in ("sso", "scaled"):
        more = [pin for pin in pins((root / f"constraints-{kind}.txt").read_text()) if pin not in common]
        write(root / "profiles" / f"versions-{kind}.cfg", f"constraints-{kind}.txt", more)


def write(path: Path, lock: str, found: list[tuple[str, str]]) -> None:
    """Write pins as buildout's versions."""
    rows = "".join(f"{LITERAL.get(name, name)} = {version}\n" for name, version in found)
    path.write_text(f"# Generated from {lock} by `make lock`; do not edit.\n[versions]\n{rows}")


if __name__ == "__main__":
    main()
