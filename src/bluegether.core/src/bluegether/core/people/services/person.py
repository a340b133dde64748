"""`GET @people/<user id>`, `PATCH @people/<user id>`: one person; `GET @people` without one is the directory's."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPeopleListing
from bluegether.core.people.interfaces.profile import GROUPS
from bluegether.core.people.services.json import person_data
from bluegether.core.people.services.reading import values_from
from plone import api
from zope.component import queryMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


EDITABLE = (*(group for group in GROUPS if group != "photo"), "absence")


@implementer(IPublishTraverse)
class Named:
    """The user id follows the name of the service."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    @property
    def reader(self) -> str:
        return api.user.get_current().getId() or ""

    def person(self):
        """Return the content of the person; raise Missing for who is not there, or not for this reader."""
        found = people.person(self.path[0]) if len(self.path) == 1 else None
        if found is None or not people.sees_person(found, self.reader):
            raise Missing(_("There is no such person."))
        return found


class PeopleGet(Named, ReadService):
    """Without a user id, whatever room lists people answers."""

    def answer(self) -> dict:
        if self.path:
            return person_data(self.person(), self.reader)
        listing = queryMultiAdapter((self.context, self.request), IPeopleListing)
        if listing is None:
            raise Missing(_("There is no such person."))
        return listing.answer()


class PeoplePatch(Named, WriteService):
    """`record` is HR's, the groups are the person's; `audience` and `seen` (the revision edited) beside the fields."""

    def answer(self) -> dict:
        found, body = self.person(), self.body()
        for name, values in body.items():
            if name not in ("record", *GROUPS, "absence") or not isinstance(values, dict):
                raise Invalid(_("${name} cannot be read.", mapping={"name": name[:40]}), field=name[:40])
        for name, values in body.items():
            self.change(found, name, dict(values))
        return person_data(found, self.reader)

    def change(self, found, name: str, values: dict) -> None:
        """Change the record or one group."""
        if name == "record":
            people.update_account(found.getId(), actor=self.reader, **_record(values))
            return
        audience, seen = values.pop("audience", None), values.pop("seen", None)
        _check_types(audience, seen)
        if name == "photo":
            self.change_photo(found, values, audience)
            return
        values = values_from(name, values)
        people.update_profile(found, name, values, actor=self.reader, audience=audience, seen=seen)

    def change_photo(self, found, values: dict, audience: str | None) -> None:
        """Change who sees the picture; pictures themselves are sent to the page."""
        if values:
            raise Invalid(_("${name} cannot be read.", mapping={"name": min(values)[:40]}), field=min(values)[:40])
        people.change_audience(found, "photo", audience or "", actor=self.reader)


def _record(values: dict) -> dict:
    """Return the record's texts: `GET` shows terms and members as objects, null for none."""

    def text(value):
        if isinstance(value, dict):
            value = value.get("token", value.get("userid", value))
        return "" if value is None else value

    return {name: text(value) for name, value in values.items()}


def _check_types(audience, seen) -> None:
    if audience is not None and not isinstance(audience, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "audience"}), field="audience")
    if seen is not None and (not isinstance(seen, int) or isinstance(seen, bool)):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "seen"}), field="seen")
