"""The needs of the demo: forty over the last year, in all states, with what the network said and who was proposed.

Everything goes through the verbs, at its own date. Candidates are those whom matching finds, and the personas.
"""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit import limit
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.demo import company
from bluegether.policy.demo import needs_text as texts
from bluegether.policy.demo import past
from bluegether.policy.demo.skills import SKILLS
from contextlib import contextmanager
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from random import Random


SALES = "commerce"
STEPS = {
    "open": (),
    "qualified": ("qualify",),
    "proposed": (),  # the first proposal brings it there
    "won": ("win",),
    "lost": ("lose",),
    "postponed": ("postpone",),
}
# Outcome of a need -> states of those who were found for it.
FOUND = {
    "open": ("applied", ""),
    "qualified": ("shortlisted", "applied", "suggested"),
    "proposed": ("interview", "shortlisted", "applied"),
    "won": ("accepted", "refused"),
    "lost": ("proposed", "refused"),
    "postponed": ("applied",),
}
# State -> the steps to it, and how many days after the opening each is.
WAYS = {
    "suggested": (),
    "applied": (),
    "shortlisted": (("shortlisted", 3),),
    "proposed": (("shortlisted", 3), ("proposed", 6)),
    "interview": (("shortlisted", 2), ("proposed", 5), ("interview", 9)),
    "accepted": (("shortlisted", 2), ("proposed", 6), ("interview", 10), ("accepted", 14)),
    "refused": (("shortlisted", 4), ("refused", 8)),
}
CLOSED_AFTER = {"qualified": 4, "won": 17, "lost": 16, "postponed": 9}
STARTS_AFTER = 35


def build(site, moment: datetime) -> None:
    """Create the needs unless there are some."""
    needs.ensure()
    if any(needs.counts(reader=SALES).values()):
        return
    names = clients()
    with limit.lifted():
        for place, text in enumerate(texts.NEEDS):
            Story(site, moment, place, text, names).tell()


def clients() -> list[str]:
    """Return the UIDs of the company's clients, in its order; those that are missing are made."""
    missions.ensure()
    known = {one.title: one.uid for one in missions.clients()}
    found = []
    for name, sector, _city in company.CLIENTS:
        if name not in known:
            with acting(SALES):
                made = missions.create_client(actor=SALES, title=name, sector=sector, account_manager=SALES)
            known[name] = api.content.get_uuid(made)
        found.append(known[name])
    return found


@contextmanager
def acting(userid: str):
    """Act as somebody."""
    with api.env.adopt_user(username=userid):
        yield


class Story:
    """One need from its first day to today."""

    def __init__(self, site, moment: datetime, place: int, text: texts.Text, clients: list[str]):
        self.site, self.moment, self.place, self.text = site, moment, place, text
        self.random = Random(f"need {place}")  # noqa: S311 (a seeded generator is the point)
        self.opened = moment - timedelta(days=text.days, hours=self.random.randrange(1, 9))
        self.client = clients[text.client]
        self.need = None

    def at(self, days: float):
        """Make it so many days after the opening, never later than now."""
        return past.at(self.site, min(self.opened + timedelta(days=days), self.moment - timedelta(minutes=5)))

    def tell(self) -> None:
        with self.at(-1), acting(SALES):
            self.need = needs.create_need(actor=SALES, **self.values())
        if self.text.outcome == "draft":
            return
        with self.at(0):
            needs.move(self.need, "open", actor=SALES)
        if not (self.text.internal or (self.text.outcome == "lost" and self.place % 3)):
            self.talk()
        self.find()
        self.close()

    def values(self) -> dict:
        """Return what the form would have been filled in with."""
        text, random = self.text, self.random
        _name, sector, city = company.CLIENTS[text.client]
        start = (self.opened + timedelta(days=STARTS_AFTER)).date().replace(day=1) + timedelta(days=31)
        start = start.replace(day=1)
        return {
            "title": text.title,
            "background": text.background,
            "client": self.client,
            "client_hidden": text.hidden,
            "audience": "sales" if text.internal else "network",
            "required_skills": rows(text.required),
            "welcome_skills": rows(text.welcome),
            "start": start,
            "end": start + timedelta(days=random.choice((120, 180, 270, 360))),
            "number": random.choice((1, 1, 1, 1, 2)),
            "share": random.choice((100, 100, 100, 80)),
            "place": text.place or city,
            "remote": random.choice(("no", "partly", "partly", "full")),
            "sector": sector,
            "rate_min": text.rate[0],
            "rate_max": text.rate[1],
            "deadline": self.deadline(),
        }

    def deadline(self) -> date:
        """Return the day by which the client wants an answer: a few have passed."""
        return (self.opened + timedelta(days=self.random.choice((7, 10, 14, 21)))).date()

    # What the network says

    def talk(self) -> None:
        experts = [userid for userid, _skill in needs.experts(self.need, reader=SALES)]
        others = [one for one in ("consultante", "consultant", "manager", "independant") if one not in experts]
        voices = [*experts[:2], *self.random.sample(others, 1)]
        for number, userid in enumerate(voices):
            if self.random.random() < 0.65:
                self.comment(userid, 0.1 + number * 0.6)
        for userid in experts[:2]:
            if self.random.random() < 0.75:
                self.suggest(userid)

    def comment(self, userid: str, days: float) -> None:
        with self.at(days), acting(userid):
            made = discussion.write(self.need, self.random.choice(texts.COMMENTS), userid=userid)
        if self.random.random() < 0.5:
            with self.at(days + 0.2), acting(SALES):
                discussion.write(self.need, self.random.choice(texts.ANSWERS), userid=SALES, reply_to=made)

    def suggest(self, userid: str) -> None:
        """Let an expert suggest a skill of the same family that the need does not name; sales answer most."""
        random, named = self.random, {name for name, _level in (*self.text.required, *self.text.welcome)}
        family = next(names for names in SKILLS.values() if self.text.required[0][0] in names)
        name = random.choice([one for one in family if one not in named])
        why = random.choice(texts.WHYS).format(skill=name)
        waiting = [one.skill for one in needs.suggestions(self.need, reader=SALES)]
        if skills.find(name) in waiting:
            return
        with self.at(0.3 + random.random()):
            made = needs.suggest(
                self.need,
                actor=userid,
                skill=name,
                level=random.choice((2, 3)),
                required=random.random() < 0.4,
                why=why,
            )
        if self.text.days > 10 and random.random() < 0.85:
            self.decide(made.key)

    def decide(self, key: int) -> None:
        with self.at(2 + self.random.random()), acting(SALES):
            if self.random.random() < 0.65:
                needs.accept(self.need, key, actor=SALES, word=self.random.choice(texts.ACCEPTED))
            else:
                needs.refuse(self.need, key, actor=SALES, word=self.random.choice(texts.REFUSED))

    # Who is found

    def find(self) -> None:
        states = dict(self.personas())
        wanted = FOUND[self.text.outcome]
        with acting(SALES):
            ranked = [one.userid for one in needs.ranked(self.need, reader=SALES, limit=8).rows]
        free = [userid for userid in ranked if userid not in states and people.has_access(userid)]
        taken = set(states.values())
        for state in wanted:
            if state and free and (state not in taken or state == "applied"):
                states[free.pop(0)] = state
        for userid, state in states.items():
            self.lead(userid, state)

    def personas(self) -> list[tuple[str, str]]:
        return [
            (userid, state)
            for userid, mine in texts.PERSONAS.items()
            for place, state in mine
            if place == self.place and state
        ]

    def lead(self, userid: str, state: str) -> None:
        """Bring somebody to this state, step by step."""
        state = "suggested" if self.text.internal and state == "applied" else state
        applies = state == "applied" or (
            self.text.outcome not in ("lost", "draft") and not self.text.internal and self.random.random() < 0.5
        )
        with self.at(0.5 + self.random.random() * 2), acting(userid if applies else SALES):
            if applies:
                needs.apply(self.need, actor=userid, message=self.random.choice(texts.MESSAGES))
            else:
                needs.put_forward(self.need, userid, actor=SALES)
        late = self.random.uniform(0, 2.5)
        for step, days in WAYS[state]:
            reason = self.random.choice(texts.REFUSALS) if step == "refused" else ""
            naming = self.random.choice(("name", "initials", "reference")) if step == "proposed" else ""
            with self.at(days + late), acting(SALES):
                needs.move_candidate(self.need, userid, step, actor=SALES, reason=reason, naming=naming)

    # How it ends

    def close(self) -> None:
        outcome = self.text.outcome
        for transition in STEPS[outcome]:
            with self.at(CLOSED_AFTER[outcome] + self.random.uniform(0, 4)):
                needs.move(self.need, transition, actor=SALES, **self.said(transition))
        if outcome == "won":
            self.plan()

    def said(self, transition: str) -> dict:
        if transition == "lose":
            reason, word = texts.REASONS[self.place % len(texts.REASONS)]
            return {"reason": reason, "word": word}
        if transition == "postpone":
            return {"until": self.moment.date() + timedelta(days=self.random.choice((40, 75)))}
        return {}

    def plan(self) -> None:
        """Create the mission where everybody is free for it; one waits for its button."""
        with acting(SALES):
            draft = needs.draft(self.need, actor=SALES)
            if draft is None or self.text.days < 60:
                return
            for userid in draft.userids:
                load = missions.peak(missions.periods(userid), draft.start, draft.end)
                if load.share + draft.share > 100:
                    return
            with self.at(CLOSED_AFTER["won"] + 5):
                needs.create_mission(
                    self.need, actor=SALES, title=draft.title, start=draft.start, end=draft.end, share=draft.share
                )


def rows(pairs) -> list[dict]:
    """Return rows of skills."""
    return [{"skill": skills.find(name), "level": level, "source": ""} for name, level in pairs]
