"""The verbs and questions of skills."""

from bluegether.core.skills.api.changes import add
from bluegether.core.skills.api.changes import existing
from bluegether.core.skills.api.changes import merge
from bluegether.core.skills.api.changes import remove
from bluegether.core.skills.api.changes import update
from bluegether.core.skills.api.changes import Use
from bluegether.core.skills.api.changes import uses
from bluegether.core.skills.api.many import CHANGED
from bluegether.core.skills.api.many import COLUMNS
from bluegether.core.skills.api.many import drop_upload
from bluegether.core.skills.api.many import export_csv
from bluegether.core.skills.api.many import import_csv
from bluegether.core.skills.api.many import keep_upload
from bluegether.core.skills.api.many import Line
from bluegether.core.skills.api.many import MAX_BYTES
from bluegether.core.skills.api.many import MERGED
from bluegether.core.skills.api.many import NEW
from bluegether.core.skills.api.many import SAME
from bluegether.core.skills.api.many import upload
from bluegether.core.skills.api.many import WRONG
from bluegether.core.skills.api.proposals import ADDED
from bluegether.core.skills.api.proposals import DECLINED
from bluegether.core.skills.api.proposals import dismiss
from bluegether.core.skills.api.proposals import forget
from bluegether.core.skills.api.proposals import proposals
from bluegether.core.skills.api.proposals import propose
from bluegether.core.skills.api.proposals import Proposed
from bluegether.core.skills.api.proposals import proposed_by
from bluegether.core.skills.api.proposals import waiting
from bluegether.core.skills.api.rules import can_manage
from bluegether.core.skills.api.rules import can_propose
from bluegether.core.skills.api.rules import MAX_TITLE
from bluegether.core.skills.api.suggestions import MAX_LIMIT
from bluegether.core.skills.api.suggestions import suggest
from bluegether.core.skills.api.suggestions import Suggestion
from bluegether.core.skills.api.taxonomy import ancestors
from bluegether.core.skills.api.taxonomy import children
from bluegether.core.skills.api.taxonomy import current
from bluegether.core.skills.api.taxonomy import descendants
from bluegether.core.skills.api.taxonomy import Entry
from bluegether.core.skills.api.taxonomy import find
from bluegether.core.skills.api.taxonomy import is_family
from bluegether.core.skills.api.taxonomy import resolve
from bluegether.core.skills.api.taxonomy import skill
from bluegether.core.skills.api.taxonomy import title
from bluegether.core.skills.api.taxonomy import total
from bluegether.core.skills.spelling import key


__all__ = [
    "ADDED",
    "CHANGED",
    "COLUMNS",
    "DECLINED",
    "MAX_BYTES",
    "MAX_LIMIT",
    "MAX_TITLE",
    "MERGED",
    "NEW",
    "SAME",
    "WRONG",
    "Entry",
    "Line",
    "Proposed",
    "Suggestion",
    "Use",
    "add",
    "ancestors",
    "can_manage",
    "can_propose",
    "children",
    "current",
    "descendants",
    "dismiss",
    "drop_upload",
    "existing",
    "export_csv",
    "find",
    "forget",
    "import_csv",
    "is_family",
    "keep_upload",
    "key",
    "merge",
    "proposals",
    "propose",
    "proposed_by",
    "remove",
    "resolve",
    "skill",
    "suggest",
    "title",
    "total",
    "update",
    "upload",
    "uses",
    "waiting",
]
