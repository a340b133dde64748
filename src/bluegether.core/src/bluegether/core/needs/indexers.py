"""What search finds a need by: never its client, never its rates."""

from bluegether.core.needs.interfaces import INeed
from bluegether.core.skills import api as skills
from plone.indexer import indexer


@indexer(INeed)
def searchable_text(need):
    rows = [*(need.required_skills or ()), *(need.welcome_skills or ())]
    titles = [skills.title(row["skill"]) for row in rows]
    return " ".join(filter(None, [need.title, need.background, need.place, need.sector, *titles]))
