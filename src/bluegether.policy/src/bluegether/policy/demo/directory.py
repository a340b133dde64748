"""Searches that two people of the demo keep."""

from bluegether.core.directory import api as directory
from datetime import datetime
from datetime import timedelta


# User id -> (name, criteria); a number stands for a date so many days from now.
SEARCHES = {
    "consultante": (
        ("Confirmés en Python", {"skill": ["python:3"]}),
        ("Mes collègues de Nantes", {"place": "Nantes", "sort": "name"}),
    ),
    "commerce": (
        ("Libres sous deux mois", {"available": 60, "sort": "availability"}),
        ("Kubernetes ou Terraform, au moins en partie à distance", {
            "skill": ["kubernetes:2", "terraform:2"], "match": "any", "remote": "partly",
        }),
    ),
}  # fmt: skip


def build(moment: datetime) -> None:
    """Keep the searches, unless the person keeps any."""
    for userid, searches in SEARCHES.items():
        if directory.saved(userid):
            continue
        for name, criteria in searches:
            directory.save(userid, name=name, form={key: dated(value, moment) for key, value in criteria.items()})


def refile() -> None:
    """File everybody as they are today: what the demo did at an earlier date was filed as of then."""
    directory.rebuild()


def dated(value, moment: datetime):
    """Return the day that is so many days from the moment; what is no number stays."""
    return (moment + timedelta(days=value)).date().isoformat() if isinstance(value, int) else value
