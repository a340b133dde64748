"""Look at every object of the database: `bin/instance run scripts/verify_database.py`.

Each must be readable (zodbverify's check), lead only to objects that are there, and have its file if it is a blob.
The last line is the same for two databases with the same content, whatever they are kept in. Exit code 0: whole;
1: faults, a line each.
"""

from hashlib import sha256
from ZODB.blob import Blob
from ZODB.POSException import POSKeyError
from ZODB.serialize import get_refs
from ZODB.utils import get_pickle_metadata
from ZODB.utils import oid_repr
from zodbverify.verify import verify_record
import logging
import sys


logging.getLogger("zodbverify").setLevel(logging.ERROR)  # it would print what people wrote
SHOWN = 20
BLOB = (Blob.__module__, Blob.__name__)


def records(storage):
    """Give (oid, tid, data) of each object as it is now."""
    following = None
    while True:
        oid, tid, data, following = storage.record_iternext(following)
        yield oid, tid, data
        if following is None:
            return


def size_of_blob(storage, oid: bytes, tid: bytes) -> int:
    """Return the size of a blob's file, -1 when it is missing."""
    try:
        with storage.openCommittedBlobFile(oid, tid) as handle:
            return handle.seek(0, 2)
    except (POSKeyError, OSError):
        return -1


def look(storage) -> tuple[int, int, str, list[str]]:
    """Return (objects, blobs, digest, faults)."""
    there, wanted, faults, total, blobs = set(), {}, [], 0, 0
    for oid, tid, data in records(storage):
        there.add(oid)
        good, message = verify_record(oid, data)
        faults += [] if good else [f"{oid_repr(oid)}: {message}"]
        wanted |= {reference: oid for reference, _class in get_refs(data)}
        size = 0
        if get_pickle_metadata(data) == BLOB:
            blobs, size = blobs + 1, size_of_blob(storage, oid, tid)
            faults += [f"{oid_repr(oid)}: its file is missing"] if size < 0 else []
        total += int.from_bytes(sha256(oid + data + str(size).encode()).digest())
    gone = [reference for reference in wanted if reference not in there]
    faults += [f"{oid_repr(wanted[one])}: leads to {oid_repr(one)}, which is not there" for one in gone]
    return len(there), blobs, f"{total % 2**256:064x}", faults


objects, files, digest, found = look(app._p_jar.db().storage)  # noqa: F821 (`bin/instance run` gives `app`)
print("\n".join(found[:SHOWN] + [f"… and {len(found) - SHOWN} more"] * (len(found) > SHOWN)), end="\n" if found else "")
print(f"{objects} objects, {files} blobs, {len(found)} faults, digest {digest}")
sys.exit(1 if found else 0)
