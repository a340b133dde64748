"""`@@interview`: one interview, from the plan to both signatures; each button is a verb. `@@interview-print` prints it,
`@@interview-export` is the signed document as a file."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.browser.page import Page
from bluegether.core.career.browser.plan import where_fields
from bluegether.core.career.browser.plan import where_of
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.interfaces import MAX_REPORT
from bluegether.core.career.interfaces import MAX_TEXT
from bluegether.core.career.interfaces import SIDES
from bluegether.core.career.interfaces import UNSIGNED
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import json


SPARE = 3  # empty rows for more decisions
ROWS = 33
SAVED = _("Saved.")


class Interview(Page):
    """The three see it; the person and who leads it write."""

    index = ViewPageTemplateFile("interview.pt")

    def open(self) -> None:
        self.one = career.interview(self.owner, self.thing, userid=self.userid)

    def post(self) -> str:
        verbs = {
            "notes": self.prepare,
            "share": self.share,
            "agenda": self.amend_agenda,
            "move": self.move,
            "cancel": self.cancel,
            "take": self.take,
            "hold": self.hold,
            "report": self.write_report,
            "sign": self.sign,
            "show": self.show_manager,
            "hide": self.hide_manager,
        }
        verb = verbs.get(self.text("verb", 20))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        return self.say(verb(), self.url("interview", id=self.thing))

    @property
    def key(self) -> dict:
        return {"userid": self.userid}

    def prepare(self):
        career.prepare(self.owner, self.thing, self.text("notes"), **self.key)
        if self.text("and_share", 5):
            return self.share()
        return _("Saved. Only you see your notes.") if not self.my_note.shared else SAVED

    def share(self):
        career.share(self.owner, self.thing, **self.key)
        return _("Your preparation is shared.")

    def amend_agenda(self):
        lines = self.text("agenda").splitlines()
        career.amend_agenda(self.owner, self.thing, lines, revision=self.revision("agenda_revision"), **self.key)
        return SAVED

    def move(self):
        career.move(self.owner, self.thing, **where_of(self), **self.key)
        return _("The interview is moved; the other side is told.")

    def cancel(self):
        career.cancel(self.owner, self.thing, self.text("reason"), **self.key)
        return _("The interview is cancelled; the other side is told.")

    def take(self):
        career.take(self.owner, self.thing, **self.key)
        return _("You lead this interview now.")

    def hold(self):
        career.hold(self.owner, self.thing, **self.key)
        return _("Write the report together, then sign it.")

    def write_report(self):
        revision = self.revision("revision")
        career.write_report(
            self.owner, self.thing, self.text("report"), self.sent_decisions(), revision=revision, **self.key
        )
        return SAVED

    def sign(self):
        sha256, comment = self.text("sha256", 64), self.text("comment")
        career.sign(self.owner, self.thing, sha256=sha256, comment=comment, **self.key)
        return _("You have signed.")

    def show_manager(self):
        career.share_with_manager(self.owner, self.thing, True, **self.key)
        return _("Your present manager can see this interview.")

    def hide_manager(self):
        career.share_with_manager(self.owner, self.thing, False, **self.key)
        return _("Your present manager no longer sees this interview.")

    def revision(self, name: str) -> int:
        return query.integer(self.request.form, name, default=-1, minimum=-1)

    def sent_decisions(self) -> list[dict]:
        """Return the rows of the form that say something."""
        rows = [
            {"what": self.text(f"what_{row}"), "who": self.text(f"who_{row}", 20), "by": self.date_of(f"by_{row}")}
            for row in range(ROWS)
        ]
        return [row for row in rows if row["what"].strip()]

    @property
    def title(self):
        return self.kind_title(self.one.kind)

    def mission(self) -> str:
        return career.mission_of(self.owner, self.one, userid=self.userid)

    @property
    def to_come(self) -> bool:
        return self.one.state in BEFORE

    @property
    def was_held(self) -> bool:
        return self.one.held is not None

    @property
    def open_report(self) -> bool:
        return self.takes_part and self.one.state in UNSIGNED

    @cached_property
    def takes_part(self) -> bool:
        return career.taking_part(self.owner, self.one, self.userid)

    @property
    def lead(self) -> str:
        return career.lead_of(self.owner, self.one)

    def can_take(self) -> bool:
        return not self.lead and self.hr and not self.mine and self.one.state not in ("signed", "cancelled")

    def can_hold(self) -> bool:
        return self.to_come and self.takes_part and bool(self.lead) and self.one.start <= now()

    def can_sign(self) -> bool:
        return self.open_report and bool(self.one.report) and self.userid not in self.one.signatures

    def sees_career(self) -> bool:
        return bool(self.sides)

    def sharing(self) -> str:
        """Return whether the person can show it to the present manager, or hide it again, or neither."""
        present = career.manager_of(self.owner)
        if not self.mine or not self.was_held or not present:
            return ""
        if self.one.shared_with == present:
            return "hide"
        return "" if career.sees_interview(self.owner, self.one, present) else "show"

    def present_manager(self):
        return self.name_of(career.manager_of(self.owner))

    @cached_property
    def notes(self) -> list:
        return career.notes(self.owner, self.one.id, userid=self.userid)

    @property
    def my_note(self):
        found = career.notes(self.owner, self.one.id, userid=self.userid)
        return next((note for note in found if note.author == self.userid), None)

    def other_notes(self) -> list:
        return [note for note in self.notes if note.author != self.userid]

    @property
    def writes_notes(self) -> bool:
        return self.takes_part and self.to_come

    def notes_fields(self) -> list[dict]:
        note = self.my_note
        text = note.text if note is not None else ""
        return [self.field("notes", label=_("My notes"), value=text, type="textarea", maximum=MAX_TEXT, rows=8)]

    def agenda_fields(self) -> list[dict]:
        text = "\n".join(self.one.agenda)
        return [self.field("agenda", label=_("One point per line"), value=text, type="textarea", rows=8)]

    def where(self) -> list[dict]:
        start = local(self.one.start)
        values = {"day": start.date().isoformat(), "hour": start.strftime("%H:%M"), "minutes": str(self.one.minutes)}
        return where_fields(self, **values, place=self.one.place, link=self.one.link)

    def reason_fields(self) -> list[dict]:
        return [self.field("reason", label=_("Reason"), type="textarea", required=True, maximum=1000, rows=2)]

    def report_fields(self) -> list[dict]:
        text = self.one.report
        return [self.field("report", label=_("Report"), value=text, type="textarea", maximum=MAX_REPORT, rows=12)]

    def outdated(self) -> str:
        """Return which text somebody else changed in the meantime: report, agenda or none."""
        verb = self.request.form.get("verb")
        return verb if isinstance(self.error, career.Outdated) and verb in ("report", "agenda") else ""

    def rows(self) -> list[dict]:
        """Return the form's rows of decisions: what was typed when it was refused, else what is stored, and spare."""
        if self.error is not None and "what_0" in self.request.form:
            typed = [{name: self.typed(f"{name}_{row}") for name in ("what", "who", "by")} for row in range(ROWS)]
            found = [row for row in typed if row["what"]]
        else:
            found = [
                {"what": row.what, "who": row.who, "by": row.by.isoformat() if row.by else ""}
                for row in self.one.decisions
            ]
        return (found + [{"what": "", "who": "person", "by": ""}] * SPARE)[:ROWS]

    def who_choices(self) -> list[tuple]:
        return [(side, self.side_title(side)) for side in SIDES]

    def sha256(self) -> str:
        return career.fingerprint(self.owner, self.one)

    def signatures(self) -> list:
        return sorted(self.one.signatures.values(), key=lambda mark: mark.at)

    def missing(self) -> list:
        """Return who has not signed yet."""
        return [self.name_of(who) for who in (self.owner, self.lead) if who and who not in self.one.signatures]


class Print(Interview):
    """The interview on paper."""

    index = ViewPageTemplateFile("print.pt")

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))


class Export(Interview):
    """The signed document as JSON: whoever has it can compute the fingerprint again."""

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        data = career.exported(self.owner, self.thing, userid=self.userid)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="interview-{self.thing}.json"')
        return json.dumps(data, ensure_ascii=False, indent=2)
