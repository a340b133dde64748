"""What happened to dossiers."""

from bluegether.core.dossiers.interfaces import IDossierMade
from bluegether.core.kit.interfaces import IProfileRefreshed
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IDossierMade)
class DossierMade(ObjectEvent):
    """A dossier was made by somebody else than the person."""

    def __init__(self, person, *, userid: str, maker: str, purpose: str):
        super().__init__(person)
        self.userid = userid
        self.maker = maker
        self.purpose = purpose


@implementer(IProfileRefreshed)
class ProfileRefreshed(ObjectEvent):
    """Skills or experiences changed, or the person said that they are still right."""

    def __init__(self, site, *, userid: str):
        super().__init__(site)
        self.userid = userid
