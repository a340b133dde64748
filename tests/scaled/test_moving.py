"""Conversion both ways, backup and restore, each with every object compared."""

from running import member
from running import post
from running import words
import backup
import convert
import house
import postgres
import pytest
import re
import requests
import scaled
import shutil


def looked_at(portal) -> str:
    return convert.look([scaled.INSTANCE], portal.environment())


@pytest.fixture(scope="module")
def filled(portal):
    """Give the portal something to lose: a post, and a file, which is a blob."""
    writer = member(1, portal.entry)
    assert post(writer, "à sauvegarder").status_code == 201
    portal.run("tests/scaled/blob.py")
    return portal


def counts(line: str) -> tuple[int, int, int]:
    return tuple(map(int, re.match(r"(\d+) objects, (\d+) blobs, (\d+) faults", line).groups()))


def test_to_a_file_and_back(filled):
    before = looked_at(filled)
    objects, blobs, faults = counts(before)
    assert objects > 5000 and blobs >= 1 and faults == 0
    assert convert.convert("file", filled.cluster.dsn) == before
    with pytest.raises(house.Stop, match="is there already"):
        convert.convert("file", filled.cluster.dsn)
    with pytest.raises(house.Stop, match="holds a site already"):
        convert.convert("postgresql", filled.cluster.dsn)
    filled.cluster.call("createdb", "-h", "127.0.0.1", "-p", filled.cluster.port, "-U", postgres.NAME, "empty")
    other = filled.cluster.dsn.replace(f"dbname={postgres.NAME}", "dbname=empty")
    blobs_here = scaled.DATA / "blobs"
    kept = blobs_here.rename(scaled.DATA / "blobs-kept")
    try:
        assert convert.convert("postgresql", other) == before
    finally:
        shutil.rmtree(blobs_here)
        kept.rename(blobs_here)


def test_a_file_is_backed_up_and_restored(filled):
    """On the file that the conversion made."""
    folder, line = filled.folder / "backup-file", looked_at_file(filled)
    backup.save_file(folder)
    backup.save_file(folder)  # nothing new
    with pytest.raises(house.Stop, match="is there already"):
        backup.restore_file(folder)
    for name in ("filestorage", "blobstorage"):
        shutil.rmtree(filled.folder / name)
    backup.restore_file(folder)
    assert looked_at_file(filled) == line


def looked_at_file(portal) -> str:
    return convert.look(convert.file_instance(), portal.environment())


def test_a_missing_blob_is_a_fault(filled):
    """The check must be able to fail: last of those on the file, whose blobs go."""
    shutil.rmtree(filled.folder / "blobstorage")
    with pytest.raises(house.Stop, match="its file is missing"):
        looked_at_file(filled)


def test_postgresql_is_backed_up_while_serving_and_restored(filled):
    before, folder = looked_at(filled), filled.folder / "backup-pg"
    dump = backup.save_postgresql(folder, filled.cluster.dsn)
    assert dump.stat().st_mode & 0o077 == 0
    assert post(member(2, filled.entry), "après la sauvegarde").status_code == 201
    assert looked_at(filled) != before
    for node in filled.nodes:
        node.__exit__()
    shutil.rmtree(scaled.DATA / "blobs")
    backup.restore_postgresql(folder, filled.cluster.dsn)
    assert looked_at(filled) == before
    for number in range(2):
        filled.again(number)
        texts = words(member(3, f"{filled.direct(number)}/bluegether"))
        assert "à sauvegarder" in texts and "après la sauvegarde" not in texts
    assert requests.get(f"{filled.entry}/login", timeout=60).status_code == 200
