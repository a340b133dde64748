"""What tests of the charter, and of what stands on it, share: people, articles, a version in force."""

from bluegether.core.charter import api as charter
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from zope.interface import implementer


PASSWORD = "Secret-2026!"  # noqa: S105 (of accounts that live as long as a test)
ARTICLES = (
    {"number": 1, "title": "Moyens", "text": "Un référent vous répond.\nSous 5 jours.", "commitment": "company"},
    {"number": 2, "title": "Respect", "text": "Je respecte chacun.", "commitment": "member"},
)
ARTICLES_EN = (
    {"number": 1, "title": "Means", "text": "A referent answers you."},
    {"number": 2, "title": "Respect", "text": "I respect everyone."},
)
# User id -> kind of account and global roles beyond it
PERSONAS = {
    "animatrice": ("staff", ["Animator"]),
    "rh": ("staff", ["HR Referent"]),
    "direction": ("direction", []),
    "adjointe": ("direction", []),
    "consultante": ("consultant", []),
    "cliente": ("client", []),
}


@implementer(IClock)
class FakeClock:
    """A clock that tests set."""

    def __init__(self, moment: datetime):
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def forward(self, **delta) -> None:
        """Let so much time pass."""
        self.moment += timedelta(**delta)


def fake_clock() -> FakeClock:
    """Put a clock that stands at noon on 2 March 2026 in the test's component registry and return it."""
    clock = FakeClock(datetime(2026, 3, 2, 12, tzinfo=UTC))
    api.portal.get().getSiteManager().registerUtility(clock, IClock)
    return clock


def create_people(*userids: str, language: str = "fr") -> None:
    """Create these personas, or all of them, on a site in this language."""
    api.portal.set_registry_record("plone.default_language", language)
    for userid in userids or PERSONAS:
        kind, roles = PERSONAS[userid]
        people.create_account(
            userid,
            fullname=f"{userid.capitalize()} Test",
            email=f"{userid}@example.com",
            kind=kind,
            employment="employee" if kind == "consultant" else "",
            password=PASSWORD,
        )
        acl_users = api.portal.get().acl_users
        acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])


def draft(folder=None, **values):
    """Return a new draft, in a new charter unless one is given."""
    folder = folder if folder is not None else charter.create_charter("Charte éthique")
    values = {"label": "1", "articles": [dict(row) for row in ARTICLES]} | values
    with api.env.adopt_user(username="animatrice"):
        return charter.create_version(folder, **values)


def in_force(folder=None, **values):
    """Return a version taken all the way into force."""
    version = draft(folder, **values)
    charter.submit(version, userid="animatrice", comment="Première rédaction")
    charter.approve(version, userid="direction", comment="Conforme")
    return version
