"""Leads of the demo, in every state, told and answered at their own dates."""

from bluegether.core.kit import limit
from bluegether.core.leads import api as leads
from bluegether.core.people import api as people
from bluegether.policy.demo import past
from bluegether.policy.demo.lead_texts import LEADS
from datetime import datetime
from datetime import timedelta
from plone import api


SALES = "commerce"


def build(site, moment: datetime) -> None:
    """Hand the leads in, oldest first, and answer them, unless there are some."""
    if any(leads.counts(reader=SALES).values()):
        return
    with limit.lifted():
        for told in sorted(LEADS, key=lambda one: -one[0]):
            if people.account(told[1]) is not None:
                tell(site, moment, *told)
    leads.escalate()


def tell(site, moment: datetime, days: float, author: str, company: str, heard: str, contact, when, sure, steps, note):
    """Hand one in, take it through its steps, write the note."""
    began = moment - timedelta(days=days)
    with past.at(site, began):
        lead = leads.hand_in(author=author, company=company, heard=heard, contact=contact, when=when, sure=sure)
    for later, step, reason in steps:
        with past.at(site, began + timedelta(days=later)), api.env.adopt_user(username=SALES):
            leads.move(lead.key, step, actor=SALES, reason=reason)
    if note:
        with past.at(site, began + timedelta(days=1)):
            leads.note(lead.key, note, actor=SALES)
