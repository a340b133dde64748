"""`POST @dossier/<userid>`: the file. Made by somebody else it is noted, and the person is told."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.services.base import OfSomebody
from bluegether.core.kit.service import WriteService


class Add(OfSomebody, WriteService):
    """The body holds the choices, `format` (docx or pdf) and, for somebody else's, `purpose`."""

    def answer(self) -> dossiers.File:
        body = self.body()
        kind = body.get("format") or ""
        return dossiers.make(self.of, self.choices(body), kind, maker=self.maker, purpose=body.get("purpose") or "")
