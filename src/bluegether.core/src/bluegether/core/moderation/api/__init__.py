"""The verbs and questions of moderation. `rules`: who may; `cases`: reports and the queue; `decisions`: what is done;
`audit`: the log; `personal`: a person's data."""

from bluegether.core.moderation.api.audit import figures
from bluegether.core.moderation.api.audit import Step
from bluegether.core.moderation.api.audit import steps
from bluegether.core.moderation.api.audit import verify
from bluegether.core.moderation.api.cases import case
from bluegether.core.moderation.api.cases import find
from bluegether.core.moderation.api.cases import has_reported
from bluegether.core.moderation.api.cases import Page
from bluegether.core.moderation.api.cases import present
from bluegether.core.moderation.api.cases import queue
from bluegether.core.moderation.api.cases import Report
from bluegether.core.moderation.api.cases import report
from bluegether.core.moderation.api.cases import SIZE
from bluegether.core.moderation.api.cases import target
from bluegether.core.moderation.api.cases import waiting
from bluegether.core.moderation.api.decisions import Appeal
from bluegether.core.moderation.api.decisions import appeal
from bluegether.core.moderation.api.decisions import appeal_until
from bluegether.core.moderation.api.decisions import decide
from bluegether.core.moderation.api.decisions import Decision
from bluegether.core.moderation.api.decisions import judge
from bluegether.core.moderation.api.decisions import may_appeal
from bluegether.core.moderation.api.decisions import mine
from bluegether.core.moderation.api.decisions import possible
from bluegether.core.moderation.api.personal import erase
from bluegether.core.moderation.api.personal import export
from bluegether.core.moderation.api.rules import MAX_WORDS
from bluegether.core.moderation.api.rules import may_decide
from bluegether.core.moderation.api.rules import may_judge
from bluegether.core.moderation.api.rules import may_judge_case
from bluegether.core.moderation.api.rules import may_moderate
from bluegether.core.moderation.api.rules import may_read_log
from bluegether.core.moderation.api.rules import may_report
from bluegether.core.moderation.api.rules import sees
from bluegether.core.moderation.api.rules import setting


__all__ = [
    "MAX_WORDS",
    "SIZE",
    "Appeal",
    "Decision",
    "Page",
    "Report",
    "Step",
    "appeal",
    "appeal_until",
    "case",
    "decide",
    "erase",
    "export",
    "figures",
    "find",
    "has_reported",
    "judge",
    "may_appeal",
    "may_decide",
    "may_judge",
    "may_judge_case",
    "may_moderate",
    "may_read_log",
    "may_report",
    "mine",
    "possible",
    "present",
    "queue",
    "report",
    "sees",
    "setting",
    "steps",
    "target",
    "verify",
    "waiting",
]
