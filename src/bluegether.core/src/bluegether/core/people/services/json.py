"""A person as programs are shown them: what `shown` gives this reader, group by group."""

from bluegether.core.people import api as people
from bluegether.core.people import vocabularies
from bluegether.core.people.api.profile import FIELDS
from bluegether.core.people.api.profile import SCHEMAS
from bluegether.core.people.interfaces.profile import GROUPS
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillField
from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.schema import getFields
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IObject


def person_data(person, reader: str) -> dict:
    """Return the person, JSON-compatible: `record`, `absence`, and those groups that are open to this reader.

    For the person and HR also `audiences` and `revisions` of the groups. Of who left: the name, and `left`.
    """
    shown, userid = people.shown(person, reader), person.getId()
    found = {
        "@id": f"{api.portal.get().absolute_url()}/@people/{userid}",
        "url": person.absolute_url(),
        "userid": userid,
        "fullname": shown["fullname"],
    }
    if "left" in shown:
        return found | {"left": shown["left"].isoformat()}
    found |= {"record": _record(shown), "absence": _group("absence", shown)}
    may = people.reading(person, reader)
    seen = [group for group in GROUPS if group in may.groups]
    found |= {group: _group(group, shown) | _besides(person, group, shown) for group in seen}
    if reader == userid or may.hr:
        found["audiences"] = {group: people.audience_of(person, group) for group in GROUPS}
        found["revisions"] = {group: people.revision(person, group) for group in FIELDS}
    return found


def _record(shown: dict) -> dict:
    found = {
        "kind": term(shown["kind"], vocabularies.KINDS.get(shown["kind"])),
        "employment": term(shown["employment"], vocabularies.EMPLOYMENTS.get(shown["employment"])),
        "unit": term(shown["unit"], people.units().get(shown["unit"])),
        "job": shown["job"],
        "manager": member(shown["manager"]),
        "team": [member(userid) for userid in people.team(shown["userid"])],
        "arrived": shown["arrived"].isoformat(),
    }
    return found | ({"matricule": shown["matricule"]} if "matricule" in shown else {})


def _besides(person, group: str, shown: dict) -> dict:
    if group == "contact":
        return {"email": shown["email"]}
    if group != "photo" or not shown.get("photo"):
        return {}
    address = f"{person.absolute_url()}/@@photo"
    return {"large": address, "small": f"{address}?size=small"}


def _group(group: str, shown: dict) -> dict:
    fields = getFields(SCHEMAS[group])
    return {name: _plain(fields[name], shown[name]) for name in FIELDS[group] if name in shown}


def _plain(field, value):
    if value is None:
        return None
    if IObject.providedBy(field):
        columns = getFields(field.schema)
        return {name: _plain(columns[name], one) for name, one in value.items() if name in columns}
    if ICollection.providedBy(field):
        return [_plain(field.value_type, one) for one in value]
    if ISkillField.providedBy(field):
        return {"token": skills.current(value) or value, "title": skills.title(value)}
    if IChoice.providedBy(field):
        return term(value, _title(field, value))
    return value.isoformat() if hasattr(value, "isoformat") else value


def _title(field, value):
    if field.vocabulary is None:
        return vocabularies.language_name(value, api.portal.get_current_language())
    return field.vocabulary.getTerm(value).title


def term(value, title) -> dict | None:
    """Return a value with the name that people read, None for an empty one."""
    if value in ("", None):
        return None
    return {"token": value, "title": translate(title or str(value), context=getRequest())}


def member(userid: str) -> dict | None:
    """Return a member's user id and name; None for none."""
    account = people.account(userid) if userid else None
    return {"userid": userid, "fullname": account.fullname} if account is not None else None
