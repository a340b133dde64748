"""`@reports`: report (POST), the queue and one case (GET), decide (PATCH), appeal and its judgement (`<id>/appeal`)."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit import service
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.moderation import api as moderation
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


APPEAL = "appeal"


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def check(self, *lengths: int) -> None:
        """Raise Missing unless the path is so long, and its second part, if any, `appeal`."""
        if len(self.params) not in lengths or self.params[1:] not in ([], [APPEAL]):
            raise Missing(_("There is nothing at this address."))

    def summary(self, case) -> dict:
        """Return what a queue says of a case."""
        return {
            "@id": f"{self.site_url}/@reports/{case.number}",
            "kind": case.kind,
            "key": case.key,
            "author": case.author or None,
            "text": case.text,
            "written": case.written.isoformat(),
            "opened": case.opened.isoformat(),
            "state": case.state,
            "for_direction": case.direction,
            "reports": len(case.reports),
            "decision": decision_json(case),
            "appeal": appeal_json(case),
        }

    def whole(self, case) -> dict:
        """Return a case with its reports and what stands around the thing."""
        now = moderation.present(case)
        reports = [
            {"userid": userid, "article": one.article, "words": one.words, "time": one.moment.isoformat()}
            for userid, one in case.reports.items()
        ]
        return self.summary(case) | {
            "reported_by": reports,
            "possible": moderation.possible(case, userid=self.userid),
            "now": now_json(now) if now is not None else None,
        }

    def own(self, case) -> dict:
        """Return what its author may know of a case: no word of the reports, not even how many."""
        return {
            "@id": f"{self.site_url}/@reports/{case.number}/{APPEAL}",
            "kind": case.kind,
            "key": case.key,
            "text": case.text,
            "decision": {name: value for name, value in decision_json(case).items() if name != "by"},
            "appeal": appeal_json(case),
            "may_appeal": moderation.may_appeal(case, self.userid),
            "appeal_until": moderation.appeal_until(case).isoformat(),
        }


def now_json(now) -> dict:
    """Return the thing as it is now."""
    context = [{"author": one.author, "text": one.text, "written": one.written.isoformat()} for one in now.context]
    return {"text": now.text, "url": now.url, "hidden": now.hidden, "context": context}


def decision_json(case) -> dict | None:
    found = case.decision
    if found is None:
        return None
    until = found.until.isoformat() if found.until else None
    values = {"decision": found.verb, "article": found.article or None, "reason": found.reason, "until": until}
    return values | {"by": found.by or None, "time": found.moment.isoformat()}


def appeal_json(case) -> dict | None:
    found = case.appeal
    if found is None:
        return None
    values = {"words": found.words, "time": found.moment.isoformat(), "outcome": found.outcome or None}
    return values | {"reason": found.reason or None}


@implementer(IPublishTraverse)
class Get(WithPath, ReadService):
    """The queue, one case, or, with `/appeal`, what its author may know."""

    def answer(self) -> dict:
        self.check(0, 1, 2)
        if len(self.params) == 2:
            return self.mine()
        if self.params:
            return self.whole(moderation.case(self.params[0], userid=self.userid))
        form = self.request.form
        state = form.get("state", "open")
        cursor = query.integer(form, "cursor", default=0, maximum=2**62) or None
        size = query.integer(form, "size", default=moderation.SIZE, minimum=1, maximum=100)
        page = moderation.queue(state, userid=self.userid, cursor=cursor, size=size)
        address = f"{self.site_url}/@reports"
        following = f"{address}?state={state}&size={size}&cursor={page.cursor}" if page.cursor else None
        return {"@id": address, "items": [self.summary(case) for case in page.items], "next": following}

    def mine(self) -> dict:
        found = next((one for one in moderation.mine(userid=self.userid) if str(one.number) == self.params[0]), None)
        if found is None:
            raise Missing(_("There is no such decision."))
        return self.own(found)


@implementer(IPublishTraverse)
class Post(WithPath, WriteService):
    """Report `kind`, `key`, `article`, `words`: 201, without the case, which is not the reporter's; or appeal."""

    def answer(self) -> dict:
        self.check(0, 2)
        body = self.body()
        self.request.response.setStatus(201)
        if self.params:
            return self.own(moderation.appeal(self.params[0], words=body.get("words", ""), userid=self.userid))
        kind, key = body.get("kind", ""), body.get("key", "")
        moderation.report(kind, key, article=body.get("article"), words=body.get("words", ""), userid=self.userid)
        return {"@id": f"{self.site_url}/@reports", "kind": kind, "key": key}


@implementer(IPublishTraverse)
class Patch(WithPath, WriteService):
    """Decide (`decision`, `article`, `reason`, `days`) or, with `/appeal`, judge (`outcome`, `reason`)."""

    def answer(self) -> dict:
        self.check(1, 2)
        body, number = self.body(), self.params[0]
        if len(self.params) == 2:
            outcome = text(body, "outcome")
            return self.whole(
                moderation.judge(number, outcome=outcome, reason=text(body, "reason"), userid=self.userid)
            )
        found = moderation.decide(
            number,
            verb=text(body, "decision"),
            article=body.get("article"),
            reason=text(body, "reason"),
            days=body.get("days"),
            userid=self.userid,
        )
        return self.whole(found)


def text(body: dict, name: str) -> str:
    """Return a text of the body; raise Invalid for anything else."""
    value = body.get(name, "")
    if not isinstance(value, str):
        raise Invalid(_("The text must be plain text."), field=name)
    return value
