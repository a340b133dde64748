"""What happens elsewhere and matters here: a profile changed, a person was erased."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.people.interfaces import IPersonChanged
from zope.component import adapter


@adapter(IPersonChanged)
def follow(event) -> None:
    """See whether it was about skills or experiences."""
    dossiers.follow(event.object)
