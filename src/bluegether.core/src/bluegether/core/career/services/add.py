"""`POST @career/<userid>/...`, `POST @interviews/<userid>[/<id>/<verb>]`."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.services.base import day
from bluegether.core.career.services.base import moment
from bluegether.core.career.services.base import Writing
from bluegether.core.kit.errors import Invalid


class CareerPost(Writing):
    """`goals`, `wishes`: 201; `goals/<id>/answers`, `wishes/<id>/answers`: a word in the thread, 201;
    `wishes/<id>/answer`: HR's answer, `earlier`: when the last interview took place, noted by HR."""

    def answer(self) -> dict:
        path = self.params[1:]
        if path == ["goals"]:
            return self.created(self.goal(career.add_goal, self.sent("title", "why", "horizon")))
        if path == ["wishes"]:
            return self.created(self.wish(career.add_wish, self.sent("title", "why", "skill", "urgency")))
        if path == ["earlier"]:
            return self.earlier()
        if len(path) == 3 and path[0] in ("goals", "wishes"):
            return self.about_one(*path)
        raise self.nowhere()

    def goal(self, verb, values: dict) -> dict:
        found = verb(self.owner, **{"title": ""} | values, userid=self.userid)
        return career.goal_data(found)

    def wish(self, verb, values: dict) -> dict:
        found = verb(self.owner, **{"title": ""} | values, userid=self.userid)
        return career.wish_data(found)

    def about_one(self, tree: str, _thing: str, what: str) -> dict:
        thing = self.thing(2)
        if what == "answers":
            subject = {"goals": "goal", "wishes": "wish"}[tree]
            said = career.say(self.owner, subject, thing, self.sent("text").get("text", ""), userid=self.userid)
            return self.created({"at": said.at.isoformat(), "by": said.author, "side": said.side, "text": said.text})
        if (tree, what) == ("wishes", "answer"):
            body = self.sent("answer", "on", "reason")
            values = {"on": day(body.get("on"), "on"), "reason": body.get("reason", "")}
            found = career.answer_wish(self.owner, thing, body.get("answer"), **values, userid=self.userid)
            return career.wish_data(found)
        raise self.nowhere()

    def earlier(self) -> dict:
        body = self.sent("kind", "on")
        kind = body.get("kind")
        career.note_earlier(self.owner, kind, day(body.get("on"), "on"), userid=self.userid)
        return self.created({"kind": kind, "on": body["on"]})


class InterviewsPost(Writing):
    """Plan one: 201. With an id and a verb (share, hold, take, cancel, sign, show, hide): do it, 200 with it."""

    def answer(self) -> dict:
        if len(self.params) == 1:
            return self.plan()
        if len(self.params) != 3 or self.params[2] not in VERBS:
            raise self.nowhere()
        names, verb = VERBS[self.params[2]]
        one = career.interview(self.owner, self.thing(1), userid=self.userid)
        verb(self.owner, one.id, self.sent(*names), self.userid)
        return self.interview(one)

    def plan(self) -> dict:
        body = self.sent("kind", "start", "minutes", "place", "link", "by_hr", "mission")
        values = body | {"start": moment(body.get("start"), "start"), "kind": body.get("kind")}
        if not isinstance(values.get("by_hr", False), bool):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "by_hr"}), field="by_hr")
        one = career.plan(self.owner, **values, userid=self.userid)
        return self.created(self.interview(one))


def _cancel(owner: str, thing: int, body: dict, userid: str) -> None:
    career.cancel(owner, thing, body.get("reason", ""), userid=userid)


def _sign(owner: str, thing: int, body: dict, userid: str) -> None:
    career.sign(owner, thing, sha256=body.get("sha256"), comment=body.get("comment", ""), userid=userid)


# Verb of the address -> names that its body may have, what it does.
VERBS = {
    "cancel": (("reason",), _cancel),
    "hide": ((), lambda owner, thing, _body, userid: career.share_with_manager(owner, thing, False, userid=userid)),
    "hold": ((), lambda owner, thing, _body, userid: career.hold(owner, thing, userid=userid)),
    "share": ((), lambda owner, thing, _body, userid: career.share(owner, thing, userid=userid)),
    "show": ((), lambda owner, thing, _body, userid: career.share_with_manager(owner, thing, True, userid=userid)),
    "sign": (("sha256", "comment"), _sign),
    "take": ((), lambda owner, thing, _body, userid: career.take(owner, thing, userid=userid)),
}
