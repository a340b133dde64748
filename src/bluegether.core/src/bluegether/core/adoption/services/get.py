"""`GET @adoption[?month=2026-11]`: the months, or one, as the page shows them."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import ReadService
from dataclasses import asdict


class Adoption(ReadService):
    """Null where too few people stand behind a figure."""

    def answer(self) -> dict:
        address = f"{self.context.absolute_url()}/@adoption"
        name = self.request.form.get("month")
        if name is None:
            return {"@id": address, "items": [month_json(month) for month in adoption.months()]}
        found = adoption.month(name) if isinstance(name, str) else None
        if found is None:
            raise Missing(_("Nothing is counted for this month."))
        return {"@id": f"{address}?month={found.name}"} | month_json(found)


def month_json(found: adoption.Month) -> dict:
    """Return the month with its shares and what falls short."""
    shares = {"active_share": found.active_share, "contributors_share": found.contributors_share}
    return asdict(found) | shares | {"shortfalls": [asdict(one) for one in adoption.shortfalls(found)]}
