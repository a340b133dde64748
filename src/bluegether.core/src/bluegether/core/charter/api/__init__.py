"""The verbs and questions of the charter. `versions`: what it says; `lifecycle`: how a version comes into force;
`signing`: who accepts it; `register`: the proof."""

from bluegether.core.charter.api.changes import Change
from bluegether.core.charter.api.changes import changes
from bluegether.core.charter.api.lifecycle import approve
from bluegether.core.charter.api.lifecycle import can
from bluegether.core.charter.api.lifecycle import history
from bluegether.core.charter.api.lifecycle import put_due_in_force
from bluegether.core.charter.api.lifecycle import put_in_force
from bluegether.core.charter.api.lifecycle import reject
from bluegether.core.charter.api.lifecycle import submit
from bluegether.core.charter.api.lifecycle import submitter
from bluegether.core.charter.api.lifecycle import waiting
from bluegether.core.charter.api.lifecycle import withdraw
from bluegether.core.charter.api.register import answer
from bluegether.core.charter.api.register import entries
from bluegether.core.charter.api.register import Entry
from bluegether.core.charter.api.register import erase
from bluegether.core.charter.api.register import export
from bluegether.core.charter.api.register import person
from bluegether.core.charter.api.register import Problem
from bluegether.core.charter.api.register import records
from bluegether.core.charter.api.register import total
from bluegether.core.charter.api.register import Verification
from bluegether.core.charter.api.register import verify
from bluegether.core.charter.api.reminders import remind
from bluegether.core.charter.api.signing import expire_declined
from bluegether.core.charter.api.signing import grace_until
from bluegether.core.charter.api.signing import must_sign
from bluegether.core.charter.api.signing import sign
from bluegether.core.charter.api.signing import signed_reading
from bluegether.core.charter.api.signing import status
from bluegether.core.charter.api.versions import Article
from bluegether.core.charter.api.versions import article
from bluegether.core.charter.api.versions import create_charter
from bluegether.core.charter.api.versions import create_version
from bluegether.core.charter.api.versions import engagements
from bluegether.core.charter.api.versions import in_force_since
from bluegether.core.charter.api.versions import languages_in_force
from bluegether.core.charter.api.versions import Reading
from bluegether.core.charter.api.versions import reading
from bluegether.core.charter.api.versions import reading_of
from bluegether.core.charter.api.versions import reading_of_text
from bluegether.core.charter.api.versions import revise
from bluegether.core.charter.api.versions import update_commitments
from bluegether.core.charter.api.versions import version_in_force


__all__ = [
    "Article",
    "Change",
    "Entry",
    "Problem",
    "Reading",
    "Verification",
    "answer",
    "approve",
    "article",
    "can",
    "changes",
    "create_charter",
    "create_version",
    "engagements",
    "entries",
    "erase",
    "expire_declined",
    "export",
    "grace_until",
    "history",
    "in_force_since",
    "languages_in_force",
    "must_sign",
    "person",
    "put_due_in_force",
    "put_in_force",
    "reading",
    "reading_of",
    "reading_of_text",
    "records",
    "reject",
    "remind",
    "revise",
    "sign",
    "signed_reading",
    "status",
    "submit",
    "submitter",
    "total",
    "update_commitments",
    "verify",
    "version_in_force",
    "waiting",
    "withdraw",
]
