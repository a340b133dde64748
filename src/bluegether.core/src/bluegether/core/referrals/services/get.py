"""`GET @referrals[/<id>]`, `GET @referral-rules`, `GET @referral-bonuses`."""

from bluegether.core.kit import query
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.interfaces import BONUS_STATES
from bluegether.core.referrals.interfaces import STATES
from bluegether.core.referrals.services.base import bonus_data
from bluegether.core.referrals.services.base import Reading


class ReferralsGet(Reading):
    """One's own; a stage of everybody's with `state` for HR; one of them with its id. 404 for what one may not see."""

    def answer(self) -> dict:
        if len(self.params) > 1:
            raise self.nowhere()
        if self.params:
            return self.whole(referrals.referral(self.number, userid=self.userid))
        start, size = query.batch(self.request.form)
        state = self.request.form.get("state")
        if state is not None and state not in STATES:
            raise self.nowhere()
        values = {"userid": self.userid, "start": start, "size": size}
        found, total = referrals.in_stage(state, **values) if state else referrals.mine(**values)
        return {"@id": self.at(), "items_total": total, "items": [self.item(one) for one in found]}

    def item(self, found) -> dict:
        """Return one line: HR that referred somebody sees no more of them than other referrers."""
        if found.by != self.userid and not referrals.can_handle(found, self.userid):
            return {"reference": referrals.reference(found), "state": found.state}
        return self.brief(found)


class RulesGet(Reading):
    """Every version, the newest first."""

    def answer(self) -> dict:
        present = referrals.in_force()
        return {
            "@id": self.at().replace("@referrals", "@referral-rules"),
            "in_force": present.number if present else None,
            "items": [
                {
                    "number": one.number,
                    "since": one.since.isoformat(),
                    "text": one.text,
                    "rows": [row._asdict() for row in one.rows],
                }
                for one in referrals.versions()
            ],
        }


class BonusesGet(Reading):
    """One's own; with `state`, everybody's in that state for who sees amounts."""

    def answer(self) -> dict:
        start, size = query.batch(self.request.form)
        state = self.request.form.get("state")
        if state is None:
            found = referrals.own_bonuses(self.userid)
            total, found = len(found), found[start : start + size]
            items = [bonus_data(one) for one in found]
        else:
            if state not in BONUS_STATES:
                raise self.nowhere()
            found, total = referrals.listed(state, userid=self.userid, start=start, size=size)
            items = [bonus_data(one) | {"referrer": one.userid} for one in found]
        return {"@id": self.at().replace("@referrals", "@referral-bonuses"), "items_total": total, "items": items}
