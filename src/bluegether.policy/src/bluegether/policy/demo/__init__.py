"""Demo content: one company of about sixty people, made by a seeded generator.

`build` calls one builder per topic; each leaves what is there alone. The data are in modules of their own. A later
room adds its builder here. Everything is the same for the same seed and moment.
"""

from bluegether.core.adoption import api as adoption
from bluegether.core.kit.clock import now
from bluegether.core.rewards.api import held_back
from bluegether.core.stream.api import silence
from bluegether.policy.demo import apps
from bluegether.policy.demo import calendars
from bluegether.policy.demo import careers
from bluegether.policy.demo import charter
from bluegether.policy.demo import content
from bluegether.policy.demo import directory
from bluegether.policy.demo import dossiers
from bluegether.policy.demo import endorsements
from bluegether.policy.demo import journeys
from bluegether.policy.demo import launch
from bluegether.policy.demo import leads
from bluegether.policy.demo import messages
from bluegether.policy.demo import missions
from bluegether.policy.demo import moderation
from bluegether.policy.demo import needs
from bluegether.policy.demo import notices
from bluegether.policy.demo import people
from bluegether.policy.demo import profiles
from bluegether.policy.demo import referrals
from bluegether.policy.demo import rewards
from bluegether.policy.demo import spaces
from bluegether.policy.demo import stream
from bluegether.policy.demo.accounts import PERSONAS
from bluegether.policy.demo.company import NAME
from plone import api
from random import Random


PASSWORD = "Bluegether-2026!"  # noqa: S105 (public: it is printed and in the README)
ACCOUNTS = tuple(persona.userid for persona in PERSONAS)
SEED = 2026


def build(site) -> str:
    """Fill the site and return what to print, `{site}` standing for its address."""
    random, moment = Random(SEED), now()  # noqa: S311 (a seeded generator is the point)
    api.portal.set_registry_record("bluegether.policy.demo_accounts", ACCOUNTS)
    with api.env.adopt_roles(["Manager"]), held_back() as deeds:
        everyone = people.build(random, moment, PASSWORD)
        profiles.build(everyone, moment)
        missions.build(site, everyone, Random(SEED), moment)  # noqa: S311
        with silence():  # the stream tells of them at their own dates
            content.build(site, random, moment)
            calendars.build(site, Random(SEED), moment)  # noqa: S311
        charter.build(site, everyone, random, moment)
        careers.build(site, Random(SEED), moment)  # noqa: S311
        endorsements.build(site, everyone, moment)
        needs.build(site, moment)
        leads.build(site, moment)
        missions.catch_up()
        journeys.build(site, Random(SEED), moment)  # noqa: S311
        launch.build(site, moment)
        dossiers.build()
        people.ask(site, moment)
        stream.build(site, random, moment)
        spaces.build(site, Random(SEED), moment)  # noqa: S311
        directory.build(moment)
        referrals.build(site, Random(SEED), moment)  # noqa: S311
        rewards.build(site, deeds, moment)  # after all that people did, before what is old is noted as read
        notices.build(site, Random(SEED), moment)  # noqa: S311
        messages.build(site, moment)
        moderation.build(site, moment)
        apps.build()
        directory.refile()
        missions.tell_all(site)
        while adoption.catch_up():
            pass
        token = people.invite()
    return table(token)


def table(token: str) -> str:
    """Return the accounts with what each can do, and the open invitation."""
    width = max(len(userid) for userid in ACCOUNTS)
    names = max(len(persona.fullname) for persona in PERSONAS)
    rows = [f"  {person.userid:<{width}}  {person.fullname:<{names}}  {person.can}" for person in PERSONAS]
    rows.append(f"  {'admin':<{width}}  {'(administration)':<{names}}  administre le serveur et le site")
    lines = [f"{NAME} : comptes de démonstration, mot de passe {PASSWORD}", *rows]
    lines += ["Invitation ouverte (une seule fois, 14 jours) :", f"  {{site}}/@@join?token={token}"]
    return "\n".join(lines) + "\n"
