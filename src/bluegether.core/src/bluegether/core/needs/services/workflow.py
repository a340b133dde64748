"""`POST @workflow/<transition>` on a need: 409 when somebody was faster, 400 for what is missing."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.needs import api as needs
from bluegether.core.needs.services.base import Writing
from datetime import date


class Move(Writing):
    """Takes `seen` (the state that was seen), `reason`, `word` (or `comment`) and `until`."""

    def answer(self) -> dict:
        body = self.body()
        state = needs.move(
            self.context,
            self.param(),
            actor=self.userid,
            seen=self.word(body, "seen"),
            reason=self.word(body, "reason"),
            word=self.word(body, "word") or self.word(body, "comment"),
            until=self.day(body),
        )
        return {"@id": self.context.absolute_url(), "review_state": state}

    def day(self, body: dict) -> date | None:
        value = self.word(body, "until")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(_("This is no date."), field="until") from None
