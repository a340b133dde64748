"""Who endorses what in the demo: colleagues of one unit who know each other's work, a few requests, missing skills.

What happens comes from a generator seeded with the person's user id: one more person changes nobody else.
"""

from bluegether.core.expertise import api as expertise
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.demo import past
from bluegether.policy.demo.accounts import Persona
from datetime import datetime
from datetime import timedelta
from random import Random


# Level -> how many endorse such a skill, drawn from these.
ENDORSERS = {1: (0, 0, 0, 1), 2: (0, 0, 1, 2), 3: (0, 1, 2, 3, 4), 4: (1, 2, 3, 4, 5, 6)}
# Who asks -> whom.
REQUESTS = (("manager", "consultante"), ("consultante", "manager"), ("animatrice", "redactrice"))
# Skill that is missing in the list -> who misses it.
MISSED = {"Mistral AI": ("consultante", "manager"), "Zig": ("consultante",), "Backstage": ("manager",)}


def build(site, everyone: list[Persona], moment: datetime) -> None:
    """Endorse what people show, ask, and propose, unless it was done."""
    for persona in everyone:
        if persona.kind != "client" and "received" not in expertise.export(persona.userid):
            endorse(site, persona, everyone, moment)
    with past.at(site, moment - timedelta(days=2)):
        for asker, colleague in REQUESTS:
            ask(asker, colleague)
        for text, userids in MISSED.items():
            for userid in userids:
                if not skills.find(text):
                    skills.propose(text, userid=userid)


def endorse(site, persona: Persona, everyone: list[Persona], moment: datetime) -> None:
    """Let colleagues of the unit endorse what the person shows to all, by the level that they say."""
    random = Random(f"endorsements of {persona.userid}")  # noqa: S311 (a seeded generator is the point)
    near = [one for one in everyone if one.unit == persona.unit and one is not persona and one.kind != "client"]
    for found in expertise.endorsed(persona.userid, reader=near[0].userid) if near else ():
        count = min(random.choice(ENDORSERS[found.level]), len(near))
        for colleague in random.sample(near, count):
            since = min(persona.seniority, colleague.seniority)
            experiences = ["", *expertise.experiences(persona.userid, colleague.userid)]
            with past.at(site, moment - timedelta(days=random.uniform(1, max(2, since)))):
                expertise.endorse(
                    persona.userid, found.skill, actor=colleague.userid, experience=random.choice(experiences)
                )


def ask(asker: str, colleague: str) -> None:
    """Let somebody ask a colleague about the first skill that the colleague sees and does not endorse yet."""
    for found in expertise.endorsed(asker, reader=colleague):
        if found.mine is None and not expertise.asked_of(asker, found.skill) and people.has_access(colleague):
            expertise.ask(found.skill, actor=asker, colleague=colleague)
            return
