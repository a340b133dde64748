"""Back up and restore: `python3 scripts/backup.py save|restore file|postgresql FOLDER`.

`save` may run while the portal serves: the database first, then blobs, which never change. `file` uses repozo (whole
the first time, what is new afterwards), `postgresql` pg_dump. `restore` wants everything stopped and refuses to write
over a database on a file; on PostgreSQL it replaces what is there. Keep BLUEGETHER_DSN as for `make start`.
"""

from contextlib import nullcontext
from datetime import datetime
from datetime import UTC
from pathlib import Path
import argparse
import house
import os
import postgres
import scaled
import shlex
import shutil
import start


LIBPQ = {"host": "PGHOST", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD"}


def copy_new(source: Path, target: Path) -> int:
    """Copy the files that the target lacks and return how many; a blob never changes once it is there."""
    count = 0
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        there = target / path.relative_to(source)
        if path.is_dir():
            there.mkdir(parents=True, exist_ok=True)
        elif not there.exists() and not path.name.endswith(".lock"):
            there.parent.mkdir(parents=True, exist_ok=True)
            half = there.with_name(there.name + ".part")
            shutil.copy2(path, half)
            half.rename(there)
            count += 1
    return count


def repozo(*arguments) -> None:
    house.run("repozo", house.VENV / "bin" / "repozo", *arguments)


def save_file(folder: Path) -> None:
    """Add what is new of the database on a file, check the copy, then the blobs."""
    kept = folder / "repozo"
    kept.mkdir(parents=True, exist_ok=True)
    repozo("-B", "-z", "-r", kept, "-f", house.VAR / "filestorage" / "Data.fs")
    repozo("-V", "-r", kept)
    copy_new(house.VAR / "blobstorage", folder / "blobs")


def restore_file(folder: Path) -> None:
    data = house.VAR / "filestorage" / "Data.fs"
    if data.exists():
        raise house.Stop(f"{data} is there already; move it and var/blobstorage away first.")
    data.parent.mkdir(parents=True, exist_ok=True)
    copy_new(folder / "blobs", house.VAR / "blobstorage")
    repozo("-R", "-r", folder / "repozo", "-o", data)


def libpq(dsn: str) -> dict:
    """Return the DSN as environment, so that no password is in the list of processes."""
    parts = dict(part.split("=", 1) for part in shlex.split(dsn))
    unknown = set(parts) - set(LIBPQ)
    if unknown:
        raise house.Stop(f"the backup does not know {', '.join(sorted(unknown))} in BLUEGETHER_DSN.")
    return {LIBPQ[name]: value for name, value in parts.items()}


def save_postgresql(folder: Path, dsn: str) -> Path:
    """Dump the database, name the dump when it is whole, then the blobs."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"bluegether-{datetime.now(UTC):%Y%m%dT%H%M%S}.dump"
    half = path.with_suffix(".part")
    half.touch(0o600)
    house.run("pg_dump", postgres.programs() / "pg_dump", "-Fc", "-f", half, env=libpq(dsn))
    house.run("pg_restore --list", postgres.programs() / "pg_restore", "--list", half)
    half.rename(path)
    copy_new(scaled.DATA / "blobs", folder / "blobs")
    return path


def restore_postgresql(folder: Path, dsn: str) -> None:
    """Put the newest dump of the folder back; the processes' caches know a later state, so they go."""
    dumps = sorted(folder.glob("*.dump"))
    if not dumps:
        raise house.Stop(f"there is no dump in {folder}.")
    command = [postgres.programs() / "pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error", "-1"]
    environment = libpq(dsn)
    house.run("pg_restore", *command, "-d", environment["PGDATABASE"], dumps[-1], env=environment)
    copy_new(folder / "blobs", scaled.DATA / "blobs")
    shutil.rmtree(scaled.DATA / "cache", ignore_errors=True)


def main() -> int:
    """Save or restore."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("verb", choices=("save", "restore"))
    parser.add_argument("kind", choices=("file", "postgresql"))
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    house.stop_on_signals()
    os.umask(0o077)
    folder = options.folder.resolve()
    with start.only_one() if options.verb == "restore" else nullcontext():
        if options.kind == "file":
            (save_file if options.verb == "save" else restore_file)(folder)
        else:
            with postgres.database(scaled.HOME / "postgres") as database:
                (save_postgresql if options.verb == "save" else restore_postgresql)(folder, database.dsn)
    house.say(f"{options.verb}: done, {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(house.guarded(main))
