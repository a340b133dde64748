"""The list of applications, kept by animators."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.picture import Picture
from bluegether.core.launcher.api.rules import checked
from bluegether.core.launcher.storage import App
from bluegether.core.launcher.storage import KEY
from bluegether.core.launcher.storage import Launcher
from plone import api
import secrets


PERMISSION = "BlueGether: Manage Apps"


def can_manage(userid: str) -> bool:
    """Return whether this person keeps the list."""
    member = api.user.get(userid=userid) if userid else None
    return member is not None and api.user.has_permission(PERMISSION, user=member, obj=api.portal.get())


def kept_apps(userid: str) -> list[App]:
    """Return all applications by category and title, whoever they are for. Raises NotAllowed."""
    _check_may(userid)
    kept = stored(api.portal.get(), KEY)
    found = kept.apps.values() if kept is not None else ()
    return sorted(found, key=lambda one: (one.category.casefold(), one.title.casefold()))


def app(app_id: str, *, userid: str) -> App:
    """Return an application for who keeps the list. Raises NotAllowed, Missing."""
    _check_may(userid)
    kept = stored(api.portal.get(), KEY)
    found = kept.apps.get(app_id) if kept is not None else None
    if found is None:
        raise Missing(_("There is no such application (any more)."))
    return found


def create(*, actor: str, picture: Picture | None = None, **values) -> App:
    """Add an application and return it. Raises NotAllowed, Invalid."""
    _check_may(actor)
    whole = checked(values)
    kept = store(api.portal.get(), KEY, Launcher)
    made = App(secrets.token_hex(6))
    made.change(whole | {"picture": picture.data if picture else b""})
    kept.apps[made.id] = made
    return made


def update(
    app_id: str, *, actor: str, revision: int, picture: Picture | None = None, bare: bool = False, **values
) -> App:
    """Change an application as it was read at `revision`; `bare` takes its picture away.

    Raises NotAllowed, Missing, Invalid, Conflict when somebody changed it since.
    """
    found = app(app_id, userid=actor)
    if found.revision != revision:
        raise Conflict(_("Somebody else has changed this application meanwhile: look at it as it is now."))
    whole = checked(values)
    if picture or bare:
        whole["picture"] = picture.data if picture else b""
    found.change(whole)
    return found


def delete(app_id: str, *, actor: str) -> None:
    """Take an application off the list; choices of it are skipped. Raises NotAllowed, Missing."""
    found = app(app_id, userid=actor)
    del stored(api.portal.get(), KEY).apps[found.id]


def _check_may(userid: str) -> None:
    if not can_manage(userid):
        raise NotAllowed(_("Only an animator keeps the list of applications."))
