"""Move a site between one file and PostgreSQL: `python3 scripts/convert.py postgresql|file`, with everything stopped.

`postgresql` copies var/filestorage and var/blobstorage into the database of PROFILE=production (BLUEGETHER_DSN, or the
cluster below var/); `file` copies it back. The target must be empty. Afterwards every object of both is looked at and
compared (`verify_database.py`); the source stays as it was.
"""

from pathlib import Path
import argparse
import house
import postgres
import scaled
import start
import subprocess


FILE = """
<blobstorage{role}>
  blob-dir {blobs}
  <filestorage>
    path {data}
  </filestorage>
</blobstorage>
"""
POSTGRESQL = """
%import relstorage
<relstorage{role}>
  keep-history false
  blob-dir $(BLUEGETHER_BLOBS)
  shared-blob-dir true
  <postgresql>
    driver psycopg2
    dsn $(BLUEGETHER_DSN)
  </postgresql>
</relstorage>
"""


def data() -> Path:
    return house.VAR / "filestorage" / "Data.fs"


def copy(target: str, environment: dict) -> None:
    """Run zodbconvert."""
    (house.VAR / "filestorage").mkdir(parents=True, exist_ok=True)
    here = {"data": data(), "blobs": house.VAR / "blobstorage"}
    roles = (" source", " destination") if target == "postgresql" else (" destination", " source")
    path = scaled.DATA / "convert.conf"
    path.write_text(FILE.format(role=roles[0], **here) + POSTGRESQL.format(role=roles[1]))
    house.say("copying")
    house.run("zodbconvert", scaled.VENV / "bin" / "zodbconvert", path, env=environment)


def look(command: list, environment: dict | None = None) -> str:
    """Verify one of the two databases and return its last line; raise Stop when it has faults."""
    script = house.ROOT / "scripts" / "verify_database.py"
    full = [str(part) for part in (*command, "run", script)]
    done = subprocess.run(full, cwd=house.ROOT, env=house.environment(environment), text=True, capture_output=True)
    last = (done.stdout.strip().splitlines() or ["nothing was printed"])[-1]
    if done.returncode:
        raise house.Stop(f"the database is not whole: {last}\n{done.stdout[-1500:]}{done.stderr[-500:]}")
    return last


def file_instance() -> list:
    """Return the command that runs scripts on the file, of the production environment's packages."""
    text = (scaled.ETC / "zope.conf").read_text()
    head, _begin, rest = text.partition("    %import relstorage")
    section = FILE.format(role="", data=data(), blobs=house.VAR / "blobstorage")
    path = scaled.DATA / "file.conf"
    path.write_text(head + section + rest.partition("</relstorage>")[2])
    script = scaled.DATA / "file-instance"
    script.write_text(scaled.INSTANCE.read_text().replace(str(scaled.ETC / "zope.conf"), str(path)))
    return [scaled.PYTHON, script]


def check_target(target: str, environment: dict) -> None:
    """Refuse a target that is not empty: nothing is ever written over."""
    if target == "file" and data().exists():
        raise house.Stop(f"{data()} is there already; move it away first.")
    if target == "file":
        return
    if not data().exists():
        raise house.Stop(f"there is no {data()} to copy.")
    script = (
        "import os, psycopg2; c = psycopg2.connect(os.environ['BLUEGETHER_DSN']).cursor(); "
        "c.execute(\"SELECT to_regclass('object_state')\"); "
        "raise SystemExit(int(c.fetchone()[0] is not None))"
    )
    if subprocess.run([str(scaled.PYTHON), "-c", script], env=house.environment(environment)).returncode:
        raise house.Stop("PostgreSQL holds a site already (or does not answer); give an empty database.")


def convert(target: str, dsn: str) -> str:
    """Copy and compare; return the line that both databases have in common."""
    environment = scaled.node_environment(dsn, 1)
    check_target(target, environment)
    copy(target, environment)
    house.say("comparing every object")
    on_file, on_server = look(file_instance(), environment), look([scaled.INSTANCE], environment)
    if on_file != on_server:
        raise house.Stop(f"the two differ; do not use the copy.\nfile: {on_file}\nPostgreSQL: {on_server}")
    return on_file


def main() -> int:
    """Convert."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=("postgresql", "file"))
    target = parser.parse_args().target
    house.stop_on_signals()
    with start.only_one():
        scaled.install()
        with postgres.database(scaled.HOME / "postgres") as database:
            postgres.check(scaled.PYTHON, database.dsn)
            house.say(f"the same on both sides: {convert(target, database.dsn)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(house.guarded(main))
