"""What the pages of this room share: forms and their errors, dates, names, stages, amounts."""

from bluegether.core import _
from bluegether.core.kit import page as kit
from bluegether.core.kit import query
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.interfaces import ORDER
from datetime import date
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


MACROS = ViewPageTemplateFile("macros.pt")


class Page(kit.Page):
    """Errors come back beside their fields, with what was typed."""

    longest = 8000

    @property
    def macros(self):
        return MACROS.macros

    @property
    def thing(self) -> int:
        """Return the id that the address carries, 0 for none."""
        return query.integer(self.request.form, "id", default=0, maximum=2**62)

    def url(self, page: str, **values) -> str:
        """Return a page's address."""
        known = {name: value for name, value in values.items() if value}
        return f"{self.site_url}/@@{page}" + (f"?{urlencode(known)}" if known else "")

    def chosen(self, name: str, known) -> str:
        """Return a filter's value; raise Invalid (400) when it is none of those known, or empty."""
        value = self.text(name, 200)
        if value and value not in known:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def date_of(self, name: str) -> date | None:
        """Return a day of the form, None when it is empty; raise Invalid when it is none."""
        value = self.text(name, 20).strip()
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(_("This is no date."), field=name) from None

    def hour(self, moment) -> str:
        return spoken(moment, clock=True)

    def name_of(self, userid: str):
        """Return a person's name, or that they left."""
        account = people.account(userid) if userid else None
        return account.fullname if account is not None else _("Somebody who left")

    def title_of(self, found):
        """Return what a referral is called for who may see its name."""
        if found.company:
            return f"{found.company} ({found.name})"
        return found.name or _("Erased")

    def reference(self, found) -> str:
        return referrals.reference(found)

    def state_of(self, found) -> dict:
        return {
            "title": vocabularies.state_title(found.kind, found.state),
            "css": vocabularies.STATES[found.state][1],
        }

    def stage_title(self, found, state: str):
        return vocabularies.state_title(found.kind, state)

    def profile_title(self, profile: str):
        return vocabularies.PROFILES.get(profile, _("Not said yet"))

    def money(self, cents: int) -> str:
        return vocabularies.money(cents, self.request)

    def bonus_state(self, bonus) -> dict:
        title, css = vocabularies.BONUS_STATES[bonus.state]
        return {"title": title, "css": css}

    def milestone(self, name: str):
        return vocabularies.MILESTONES[name]

    def reason(self, reason: str):
        """Return why, as a person wrote it or as a rule names it."""
        return vocabularies.REASONS.get(reason, reason)

    def path(self, found) -> list[dict]:
        """Return the stages of a referral as a path: those passed with their day, the present, those to come."""
        reached = {step.state: step.at for step in found.steps}
        closed = found.state not in ORDER
        last = max((ORDER.index(state) for state in reached if state in ORDER), default=0)
        states = [*(state for state in ORDER if not closed or state in reached), *([found.state] if closed else [])]
        return [self._station(found, state, reached.get(state), last, closed) for state in states]

    def _station(self, found, state: str, at, last: int, closed: bool) -> dict:
        current = state == found.state
        done = at is not None or (not closed and ORDER.index(state) < last)
        css = "current" if current and state in ORDER[:-1] else "done" if done and state in ORDER else "late"
        return {
            "title": vocabularies.state_title(found.kind, state),
            "at": at,
            "css": css if done or current else "",
            "current": "step" if current else None,
        }

    def progress(self, found) -> int:
        """Return how far a referral came, in percent."""
        reached = [ORDER.index(step.state) for step in found.steps if step.state in ORDER]
        return round(100 * (max(reached, default=0) + 1) / len(ORDER))

    def lines(self, text: str) -> list[str]:
        """Return the text's lines: plain text keeps its line breaks."""
        return text.splitlines()

    def field(self, name: str, *, label, value: str = "", **rest) -> dict:
        """Return one field of a form with what was typed and what is wrong with it."""
        defaults = {"type": "text", "required": False, "maximum": None, "help": None, "choices": None, "rows": 4}
        defaults |= {"autocomplete": None, "min": None, "suggest": None}
        shown = self.typed(name, value)
        return defaults | {"name": name, "label": label, "value": shown, "error": self.errors.get(name)} | rest

    def pager(self, page: str, total: int, start: int, size: int, **criteria) -> dict | None:
        """Return addresses of the pages before and after, None when there is one page."""
        if total <= size and not start:
            return None
        after = start + size
        return {
            "first": min(start + 1, total),
            "last": min(after, total),
            "total": total,
            "before": self.url(page, **criteria, b_start=max(0, start - size), b_size=size) if start else None,
            "after": self.url(page, **criteria, b_start=after, b_size=size) if after < total else None,
        }

    def tabs(self) -> list[dict]:
        """Return the room's pages that the reader may open, for the line of links above each."""
        here = self.__name__
        known = [("referrals", _("My referrals"), referrals.can_refer(self.userid))]
        known += [
            ("referrals-board", _("Candidates"), referrals.is_hr(self.userid)),
            ("referral-bonuses", _("Bonuses"), referrals.sees_amounts(self.userid)),
            ("referral-rules", _("Rules"), True),
            ("referral-figures", _("Figures"), True),
        ]
        return [{"url": self.url(n), "title": t, "current": "page" if n == here else None} for n, t, ok in known if ok]
