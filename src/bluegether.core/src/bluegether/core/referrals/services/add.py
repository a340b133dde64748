"""`POST @referrals`: refer somebody, 201; `POST @referrals/<id>/<verb>`; `DELETE @referrals/<id>`."""

from bluegether.core.kit.errors import NotAllowed
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.services.base import day
from bluegether.core.referrals.services.base import words
from bluegether.core.referrals.services.base import Writing


NAMES = ("name", "email", "phone", "kind", "company", "need", "language")


class ReferralsPost(Writing):
    """Creation goes through the same checks as the form."""

    def answer(self) -> dict:
        if not self.params:
            return self.create()
        if len(self.params) != 2 or self.params[1] not in VERBS:
            raise self.nowhere()
        names, verb = VERBS[self.params[1]]
        referrals.referral(self.number, userid=self.userid)
        verb(self.number, self.sent(*names), self.userid)
        return self.whole(referrals.referral(self.number, userid=self.userid))

    def create(self) -> dict:
        body = self.sent(*NAMES, "agreed")
        values = {name: value for name, value in words(body, *NAMES).items() if name in body}
        found = referrals.refer(self.userid, **{"name": "", "email": ""} | values, agreed=body.get("agreed") is True)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", self.at(found.id))
        return self.whole(found)


class ReferralsDelete(Writing):
    """The referrer takes it back before the answer; HR erases the candidate. 204."""

    def answer(self):
        if len(self.params) != 1:
            raise self.nowhere()
        found = referrals.referral(self.number, userid=self.userid)
        if found.by == self.userid:
            referrals.take_back(found.id, userid=self.userid)
        elif referrals.is_hr(self.userid):
            referrals.erase_candidate(found.id, userid=self.userid)
        else:
            raise NotAllowed("Only HR erases a candidate.")
        return self.reply_no_content()


def _move(number: int, body: dict, userid: str) -> None:
    said = words(body, "to", "expected")
    on, profile = day(body.get("on"), "on"), body.get("profile")
    referrals.move(number, said["to"], expected=said["expected"], on=on, profile=profile, userid=userid)


def _note(number: int, body: dict, userid: str) -> None:
    referrals.write(number, body.get("text", ""), grade=body.get("grade", 0), userid=userid)


def _why(number: int, body: dict, userid: str) -> None:
    referrals.describe(number, why=body.get("why", ""), skills=body.get("skills"), userid=userid)


# Verb of the address -> names that its body may have, what it does.
VERBS = {
    "account": (("account",), lambda n, body, u: referrals.link(n, words(body, "account")["account"], userid=u)),
    "move": (("to", "expected", "on", "profile"), _move),
    "notes": (("text", "grade"), _note),
    "profile": (("profile",), lambda n, body, u: referrals.set_profile(n, words(body, "profile")["profile"], userid=u)),
    "recruiter": (
        ("recruiter",),
        lambda n, body, u: referrals.name_recruiter(n, words(body, "recruiter")["recruiter"], userid=u),
    ),
    "why": (("why", "skills"), _why),
}
