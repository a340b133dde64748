"""What a new site has: folders in French, open to members, the charter without a version, people, skills, missions."""

from bluegether.core.charter import api as charter
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.spaces import api as spaces
from bluegether.policy import dialogue
from pathlib import Path
from plone.dexterity.utils import createContentInContainer


CHARTER = "charte"
NEWS = "actualites"
NEWEST = "dernieres"
SKILLS = Path(__file__).parent / "skills.csv"
# Id -> (title, description, group id -> local roles there).
FOLDERS = {
    NEWS: (
        "Actualités",
        "La vie de l’entreprise, des agences et des missions.",
        {"Animateurs": ("Contributor", "Editor", "Reviewer")},
    ),
    "documents": (
        "Documents",
        "Guides, procédures et modèles, classés et tenus à jour.",
        {"Animateurs": ("Contributor",)},
    ),
}


def ensure(site) -> None:
    """Create the folders that are missing; leave those that are there as they are."""
    for name, (title, description, roles) in FOLDERS.items():
        if name not in site.objectIds():
            folder(site, name, title=title, description=description, roles=roles)
    if NEWEST not in site[NEWS].objectIds():
        newest_first(site[NEWS])
    if CHARTER not in site.objectIds():
        charter.create_charter("Charte", charter_id=CHARTER)
    people.ensure()
    missions.ensure()
    needs.ensure()
    spaces.ensure()
    dialogue.ensure()
    if not skills.total():
        seed_skills()


def folder(site, name: str, *, title: str, description: str, roles: dict[str, tuple[str, ...]]):
    """Create one folder and give the groups their roles in it."""
    created = createContentInContainer(
        site, "Folder", checkConstraints=False, id=name, title=title, description=description, language="fr"
    )
    for group_id, names in roles.items():
        created.manage_setLocalRoles(group_id, list(names))
    created.creators = ()  # nobody wrote it: a folder of the site has no author to show
    created.reindexObject()
    return created


def newest_first(news) -> None:
    """Let the folder of news open on a list of them, the newest first."""
    below = "plone.app.querystring.operation.string.relativePath"
    kind = "plone.app.querystring.operation.selection.any"
    listing = createContentInContainer(
        news,
        "Collection",
        checkConstraints=False,
        id=NEWEST,
        title=news.title,
        description=news.description,
        language="fr",
        exclude_from_nav=True,
        query=[{"i": "portal_type", "o": kind, "v": ["News Item"]}, {"i": "path", "o": below, "v": ".."}],
        sort_on="effective",
        sort_reversed=True,
    )
    listing.setLayout("summary_view")
    news.setDefaultPage(NEWEST)


def seed_skills() -> None:
    """Load the list of skills that a company starts with; its animator keeps it from then on."""
    wrong = [line for line in skills.import_csv(SKILLS.read_bytes(), actor="") if line.outcome == skills.WRONG]
    if wrong:
        raise ValueError(f"{SKILLS}: {wrong}")
