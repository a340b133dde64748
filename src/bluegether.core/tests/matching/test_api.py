"""Ranking and explaining: refusals, each rule of the score by a table of cases, what must not leak, the records."""

from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.matching import api as matching
from bluegether.core.matching.testing import ASKED
from bluegether.core.matching.testing import MatchingTest
from bluegether.core.testing import INTEGRATION
from dataclasses import replace
from datetime import date


class ApiTest(MatchingTest):
    layer = INTEGRATION

    def match(self, userid="ana", reader="rh", **changed):
        return matching.explain(replace(ASKED, **changed), userid, reader=reader)

    def ranked(self, reader="commerce", **changed) -> list[str]:
        return [one.userid for one in matching.rank(replace(ASKED, **changed), reader=reader).rows]

    def value(self, match, name: str):
        return {part.name: round(part.value, 3) for part in match.parts}.get(name)


class TestRefusals(ApiTest):
    def test_who_may_not_rank(self):
        self.says_all("ana")
        for reader in ("bob", "ana", "cliente", "", "nobody"):
            with self.subTest(reader), self.assertRaises(NotAllowed):
                matching.rank(ASKED, reader=reader)
        with self.assertRaises(NotAllowed):
            matching.explain(ASKED, "ana", reader="bob")
        self.assertEqual("ana", matching.explain(ASKED, "ana", reader="ana").userid)

    def test_requirements_that_make_no_sense(self):
        for field, changed in (
            ("required", {"required": (("python", 5),)}),
            ("welcome", {"welcome": (("python", 0),)}),
            ("required", {"required": (("python", 1),) * 31}),
            ("end", {"end": date(2026, 11, 30)}),
            ("share", {"share": 0}),
            ("share", {"share": 101}),
            ("remote", {"remote": "moon"}),
            ("hard", {"hard": ("age",)}),
        ):
            with self.subTest(field, **changed):
                for verb in (self.match, self.ranked, lambda **more: matching.keep("n1", replace(ASKED, **more))):
                    with self.assertRaises(Invalid) as caught:
                        verb(**changed)
                    self.assertEqual(field, caught.exception.field)
        self.assertIsNone(matching.requirement("n1"))

    def test_bad_limits_and_cursors(self):
        for field, values in (
            ("limit", {"limit": 0}),
            ("limit", {"limit": 101}),
            ("cursor", {"cursor": "x"}),
            ("cursor", {"cursor": "9999:ana"}),
            ("cursor", {"cursor": "5:<b>"}),
        ):
            with self.subTest(**values), self.assertRaises(Invalid) as caught:
                matching.rank(ASKED, reader="commerce", **values)
            self.assertEqual(field, caught.exception.field)

    def test_nobody(self):
        for userid in ("nobody", "cliente", ""):
            with self.subTest(userid), self.assertRaises(Missing):
                matching.explain(ASKED, userid, reader="rh")
