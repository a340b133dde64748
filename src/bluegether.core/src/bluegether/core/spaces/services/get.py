"""`GET @spaces`, `@spaces/<uid>`, `@spaces/<uid>/members`, `/applications`, `/figures`."""

from bluegether.core.kit import query
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.services.base import Reading
from dataclasses import asdict


class Get(Reading):
    """The directory (`text`, `kind`, `show`, `b_start`, `b_size`), a space, who is in it."""

    def answer(self) -> dict:
        if not self.params:
            return self.directory()
        uid = self.uid()
        name = self.rest("", "members", "applications", "figures")
        return self.space_json(uid) if not name else getattr(self, name)(uid)

    def directory(self) -> dict:
        start, size = query.batch(self.request.form)
        asked = {name: self.asked(name) for name in ("text", "kind", "show")}
        found = spaces.listing(userid=self.userid, start=start, size=size, **asked)
        return {
            "@id": self.root,
            "items": [self.space_json(brain.UID) for brain in found.rows],
            "items_total": found.total,
        }

    def asked(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def members(self, uid: str) -> dict:
        start, size = query.batch(self.request.form)
        found = spaces.members(uid, reader=self.userid, text=self.asked("text"), start=start, size=size)
        items = [self.person_json(one) for one in found.rows]
        return {"@id": f"{self.root}/{uid}/members", "items": items, "items_total": found.total}

    def applications(self, uid: str) -> dict:
        found = spaces.applications(uid, reader=self.userid)
        items = [self.person_json(one) | {"message": one.note} for one in found]
        return {"@id": f"{self.root}/{uid}/applications", "items": items}

    def figures(self, uid: str) -> dict:
        return {"@id": f"{self.root}/{uid}/figures"} | asdict(spaces.figures(uid, reader=self.userid))
