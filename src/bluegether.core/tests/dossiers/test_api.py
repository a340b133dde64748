"""Who makes dossiers, what is in them and what never is, who is told, how fresh profiles are."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.interfaces import IDossierMade
from bluegether.core.dossiers.interfaces import IExperienceSource
from bluegether.core.dossiers.interfaces import Told
from bluegether.core.dossiers.storage import readable
from bluegether.core.dossiers.testing import CLIENT
from bluegether.core.dossiers.testing import DossiersTest
from bluegether.core.dossiers.testing import EXPERIENCES
from bluegether.core.dossiers.testing import LISTED
from bluegether.core.dossiers.testing import PRIVATE
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPerson
from bluegether.core.testing import INTEGRATION
from contextlib import contextmanager
from datetime import date
from docx import Document
from io import BytesIO
from PIL import Image
from plone import api
from pypdf import PdfReader
from zope.component import adapter
from zope.component import getAdapter
from zope.component import getUtility
from zope.component import provideHandler
from zope.component.globalregistry import getGlobalSiteManager
from zope.interface import implementer
import json


TRACES = (CLIENT, "Méridionale", "meridionale", "MÉRIDIONALE", "6473", "7391", "la BM", "Gildas", "AZ-00421")


@contextmanager
def heard(interface):
    """Collect the events of this kind."""
    found = []
    provideHandler(found.append, (interface,))
    try:
        yield found
    finally:
        getGlobalSiteManager().unregisterHandler(found.append, (interface,))


class TestWho(DossiersTest):
    layer = INTEGRATION

    def test_who_makes_one(self):
        allowed = [
            who
            for who in ("sofia", "rh", "vente", "cheffe", "collegue", "cliente", "")
            if dossiers.can_make("sofia", who)
        ]
        self.assertEqual(["sofia", "rh", "vente", "cheffe"], allowed)
        for who in ("collegue", "animatrice"):
            with self.assertRaises(NotAllowed):
                dossiers.build("sofia", dossiers.Choices(), maker=who)
            with self.assertRaises(NotAllowed):
                dossiers.offered("sofia", maker=who, language="fr")
            with self.assertRaises(NotAllowed):
                self.file("pdf", maker=who)

    def test_of_whom_there_is_none(self):
        for of, maker in (("nobody", "rh"), ("cliente", "rh"), ("cliente", "cliente"), ("cliente", "collegue")):
            with self.assertRaises((Missing, NotAllowed)):
                self.file("pdf", of=of, maker=maker)
            self.assertFalse(dossiers.can_make(of, maker))

    def test_a_hidden_group_of_skills_closes_it_but_to_the_person_and_hr(self):
        person = people.person("sofia")
        for audience, expected in (("business", ["sofia", "rh", "vente"]), ("me", ["sofia", "rh"])):
            people.update_profile(person, "skills", {}, actor="sofia", audience=audience)
            allowed = [who for who in ("sofia", "rh", "vente", "cheffe") if dossiers.can_make("sofia", who)]
            self.assertEqual(expected, allowed, audience)
            with self.assertRaises(NotAllowed):
                self.file("docx", maker="cheffe")

    def test_what_is_wrong_is_refused(self):
        with self.assertRaises(Invalid):
            self.file("odt")
        for purpose in ("", "  ", "x" * 201, "a\nb", None):
            with self.assertRaises(Invalid) as caught:
                dossiers.make("sofia", dossiers.Choices(), "pdf", maker="rh", purpose=purpose)
            self.assertEqual("purpose", caught.exception.field)
        for form in (
            {"language": "de"},
            {"naming": "x"},
            {"target": "x" * 121},
            {"target": "a\nb"},
            {"cover": ["a"]},
            {"sections": "skills,wishes"},
            {"sections": {"a": 1}},
            {"experiences": ",".join(f"a{number}" for number in range(61))},
            {"experiences": "Ünlesbar"},
            {"experiences": "a", "order_a": "soon"},
        ):
            with self.assertRaises(Invalid, msg=form):
                dossiers.read(form)

    def test_too_many_in_a_short_time(self):
        for _number in range(dossiers.throttle.most):
            self.file("docx", sections=())
        with self.assertRaises(dossiers.TooMany) as caught:
            self.file("docx", sections=())
        self.assertEqual(429, caught.exception.status)
        self.assertGreater(int(caught.exception.headers["Retry-After"]), 0)
        self.file("docx", maker="rh", sections=())
        self.clock.pass_days(0.01)
        self.file("docx", sections=())

    def test_too_long(self):
        rows = [EXPERIENCES[2] | {"title": f"Mission {number}", "description": "mot " * 900} for number in range(60)]
        people.update_profile(people.person("sofia"), "skills", {"experiences": rows}, actor="sofia")
        with self.assertRaises(Invalid) as caught:
            dossiers.build("sofia", dossiers.Choices(), maker="sofia")
        self.assertEqual("experiences", caught.exception.field)


class TestContent(DossiersTest):
    layer = INTEGRATION

    def build(self, *, maker: str = "sofia", **choices):
        return dossiers.build("sofia", dossiers.Choices(**choices), maker=maker)

    def section(self, made, kind: str):
        return next(section for section in made.sections if section.kind == kind)

    def test_french(self):
        made = self.build()
        self.assertEqual(
            ["profile", "skills", "experiences", "certifications", "languages"], [one.kind for one in made.sections]
        )
        self.assertEqual("Dossier de compétences – Sofia Garnier – Ingénieure données", made.title)
        family = self.section(made, "skills").families[0]
        self.assertEqual(
            ("Développement", "Tests automatisés", 4, "Expert", "7 ans · 2026"),
            (family.title, *vars(family.skills[0]).values()),
        )
        first, second, third = self.section(made, "experiences").experiences
        self.assertEqual("mars 2024 – aujourd’hui (2 ans 9 mois)", first.period)
        self.assertEqual("Grand compte – banque", first.client)
        self.assertEqual("", first.sector)
        self.assertEqual(("Clinique Saint-Gildas", "Santé"), (second.client, second.sector))
        self.assertEqual("janvier 2019 – août 2021 (2 ans 8 mois)", third.period)
        self.assertEqual([False, True, True], [one.point for one in first.text])
        lines = [(line.title, line.detail) for line in self.section(made, "languages").lines]
        self.assertEqual("Français", lines[0][0])
        self.assertEqual("Scrum.org · mai 2021", self.section(made, "certifications").lines[0].detail)

    def test_english_headings_but_texts_as_they_were_written(self):
        made = self.build(language="en")
        self.assertEqual("Skills profile – Sofia Garnier – Ingénieure données", made.title)
        self.assertEqual("Test automation", self.section(made, "skills").families[0].skills[0].title)
        self.assertEqual("7 years · 2026", self.section(made, "skills").families[0].skills[0].detail)
        first = self.section(made, "experiences").experiences[0]
        self.assertEqual(
            ("Major account – banque", "March 2024 – today (2 years 9 months)"), (first.client, first.period)
        )
        self.assertIn("Refonte de l’entrepôt", first.text[0].text)
        self.assertEqual("French", self.section(made, "languages").lines[0].title)

    def test_choice_and_order(self):
        keys = [one.key for one in dossiers.offered("sofia", maker="sofia", language="fr")]
        form = {"sections": ["experiences", "skills"], "order_skills": "1", "order_experiences": "2", "chosen": "1"}
        form |= {"experiences": [keys[0], keys[2]], f"order_{keys[0]}": "9", f"order_{keys[2]}": "1"}
        choices = dossiers.read(form)
        made = dossiers.build("sofia", choices, maker="sofia")
        self.assertEqual(["skills", "experiences"], [one.kind for one in made.sections])
        self.assertEqual([keys[2], keys[0]], [one.key for one in self.section(made, "experiences").experiences])
        self.assertEqual(choices, dossiers.read(choices.query()))
        none = dossiers.build("sofia", dossiers.read({"chosen": "1"}), maker="sofia")
        self.assertEqual((), none.sections)
        gone = dossiers.build("sofia", dossiers.Choices(experiences=("profile-gone", keys[1])), maker="sofia")
        self.assertEqual([keys[1]], [one.key for one in self.section(gone, "experiences").experiences])

    def test_target_and_cover(self):
        made = self.build(target="Architecte pour la Banque Méridionale", cover="Vous, Méridionale, à 900 €/jour.")
        self.assertEqual("Architecte pour la Grand compte – banque", made.headline)
        self.assertEqual("Vous, Grand compte – banque, à ….", made.cover)

    def test_an_empty_profile(self):
        made = dossiers.build("collegue", dossiers.Choices(), maker="rh")
        self.assertEqual(("Collegue Test", ()), (made.name, made.sections))
        for kind in ("docx", "pdf"):
            self.assertIn("Collegue Test", self.words(self.file(kind, of="collegue", maker="collegue")))

    def test_another_room_adds_experiences(self):
        @implementer(IExperienceSource)
        @adapter(IPerson)
        class Missions:
            def __init__(self, person):
                self.person = person

            def experiences(self, reader):
                return [Told(key="mission-1", title="Chez Nordlys", company="Nordlys", start=date(2026, 1, 1))]

            def confidential(self):
                return [("Nordlys Systèmes", "Industrie"), ("Rhodia", "Transport")]

        registry = getGlobalSiteManager()
        registry.registerAdapter(Missions, name="elsewhere")
        try:
            made = self.build()
        finally:
            registry.unregisterAdapter(Missions, name="elsewhere")
        first, *_others, last = self.section(made, "experiences").experiences
        self.assertEqual("mission-1", first.key)
        self.assertEqual("Chez Grand compte – industrie", first.title)
        self.assertIn("Grand compte – transport", last.client)


class TestLeaks(DossiersTest):
    """The data that could leak are in the profile of the fixture; here is looked for them in whole files."""

    layer = INTEGRATION

    def assertNone(self, words: str, traces, note=None):
        found = [trace for trace in traces if trace in words]
        self.assertEqual([], found, note)

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.dossiers.confidential_clients", [f"{LISTED} | santé"])
        api.portal.set_registry_record("bluegether.dossiers.company", "Azurelle Conseil")
        api.portal.set_registry_record("bluegether.dossiers.logo", self.logo())

    def test_no_confidential_client_no_rate_no_employee_number_in_any_file_for_anyone(self):
        cover = "Pour la Banque Méridionale et Saint-Gildas, 6473 €/jour, AZ-00421."
        for maker in ("sofia", "rh", "vente", "cheffe"):
            for kind in ("docx", "pdf"):
                for naming in dossiers.NAMINGS:
                    choices = {"naming": naming, "cover": cover, "target": CLIENT, "photo": True, "contact": True}
                    words = self.words(self.file(kind, maker=maker, reference=f"REF {CLIENT}", **choices))
                    self.assertIn("Rhodia", words)
                    self.assertNone(words, TRACES, (maker, kind, naming))
                    dossiers.throttle.clear()

    def test_nor_when_its_experience_is_left_out_or_its_group_is_hidden(self):
        key = dossiers.offered("sofia", maker="sofia", language="fr")[2].key
        for kind in ("docx", "pdf"):
            self.assertNone(self.words(self.file(kind, experiences=(key,))), TRACES, kind)
        self.assertNone(self.words(self.file("docx", sections=("profile",))), TRACES)

    def test_the_anonymous_say_nothing_of_the_person_or_in_their_properties_of_the_company(self):
        traces = ("Sofia", "Garnier", "sofia", "garnier", *PRIVATE)
        for naming, shown in (("initials", "S. G."), ("reference", "DC-")):
            for kind in ("docx", "pdf"):
                file = self.file(kind, naming=naming, photo=True, contact=True)
                words = self.words(file)
                self.assertIn(shown, words)
                self.assertNone(words, traces, (naming, kind))
                self.assertNotIn("Azurelle", file.name)
            made = dossiers.build("sofia", dossiers.Choices(naming=naming, photo=True, contact=True), maker="sofia")
            self.assertEqual(((), b""), (made.contact, made.photo))
        self.assertNotIn("Azurelle", self.properties(self.file("docx", naming="initials"), "docx"))
        self.assertNotIn("Azurelle", self.properties(self.file("pdf", naming="initials"), "pdf"))
        self.assertIn("Azurelle", self.properties(self.file("docx"), "docx"))

    def properties(self, file, kind: str) -> str:
        if kind == "pdf":
            return str(PdfReader(BytesIO(file.data)).metadata)
        known = Document(BytesIO(file.data)).core_properties
        names = ("author", "title", "subject", "keywords", "comments", "category", "last_modified_by", "identifier")
        return " ".join(str(getattr(known, name)) for name in names)

    def test_groups_hidden_from_the_maker_stay_out_even_when_asked_for(self):
        person = people.person("sofia")
        people.update_profile(person, "presentation", {}, actor="sofia", audience="me")
        for maker, seen in (("sofia", True), ("vente", False), ("cheffe", False)):
            for kind in ("docx", "pdf"):
                words = self.words(self.file(kind, maker=maker, contact=True, photo=True))
                self.assertEqual(seen, "ingénieure données." in words, (maker, kind))
                self.assertEqual(seen, "06 12 34 56 78" in words, (maker, kind))
                self.assertNotIn("Siège", words)

    def test_contact_only_when_asked_for(self):
        people.update_profile(people.person("sofia"), "presentation", {"biography": ""}, actor="sofia")
        self.assertNone(self.words(self.file("docx")), PRIVATE)
        self.assertIn("06 12 34 56 78", self.words(self.file("docx", contact=True)))

    def test_the_photo_when_named_asked_for_and_seen_by_the_maker(self):
        stream, extra = BytesIO(), Image.Exif()
        extra[0x010E] = CLIENT
        Image.new("RGB", (90, 90), "teal").save(stream, "JPEG", exif=extra)
        person = people.person("sofia")
        people.change_photo(person, stream.getvalue(), actor="sofia", audience="business")
        for maker, naming, wanted, shown in (
            ("sofia", "name", True, True),
            ("vente", "name", True, True),
            ("vente", "name", False, False),
            ("vente", "initials", True, False),
            ("cheffe", "name", True, False),
        ):
            made = dossiers.build("sofia", dossiers.Choices(naming=naming, photo=wanted), maker=maker)
            self.assertEqual(shown, bool(made.photo), (maker, naming))
            for kind in ("docx", "pdf"):
                words = self.words(self.file(kind, maker=maker, naming=naming, photo=wanted))
                self.assertNone(words, TRACES)

    def test_keys_of_experiences_say_nothing_of_the_client(self):
        before = [one.key for one in dossiers.offered("sofia", maker="sofia", language="fr")]
        rows = [row | {"company": "Autre"} for row in EXPERIENCES]
        people.update_profile(people.person("sofia"), "skills", {"experiences": rows}, actor="sofia")
        self.assertEqual(before, [one.key for one in dossiers.offered("sofia", maker="sofia", language="fr")])

    def test_the_preview_and_the_choices_are_masked_too(self):
        made = dossiers.build("sofia", dossiers.Choices(), maker="vente")
        offered = dossiers.offered("sofia", maker="vente", language="fr")
        self.assertNone(repr(made) + repr(offered), TRACES)


class TestTelling(DossiersTest):
    layer = INTEGRATION

    def test_the_person_is_told_who_and_what_for(self):
        with heard(INotice) as notices, heard(IDossierMade) as events:
            self.file("pdf", maker="vente", language="en", naming="initials")
        self.assertEqual(
            ("dossiers.made", "vente", ("sofia",)), (notices[0].kind, notices[0].actor, notices[0].recipients)
        )
        self.assertEqual(("sofia", "vente", "Besoin Rhodia"), (events[0].userid, events[0].maker, events[0].purpose))
        kind = getAdapter(self.portal, INoticeKind, "dossiers.made")
        said = kind.describe(notices[0].thing, "sofia", ["Vente Test"])
        self.assertEqual(("Vente Test", "Besoin Rhodia"), (said.text.mapping["name"], said.excerpt))
        self.assertIsNone(kind.describe(notices[0].thing, "collegue", []))
        for thing in ("sofia/x", "sofia/1", "sofia", ""):
            self.assertIsNone(kind.describe(thing, "sofia", []))

    def test_one_s_own_tells_and_keeps_nothing(self):
        with heard(INotice) as notices:
            self.file("pdf")
        self.assertEqual([], notices)
        self.assertEqual([], dossiers.made("sofia", reader="sofia"))

    def test_a_refusal_keeps_nothing(self):
        with heard(INotice) as notices, self.assertRaises(NotAllowed):
            self.file("pdf", maker="collegue")
        self.assertEqual(([], []), (notices, dossiers.made("sofia", reader="sofia")))

    def test_the_list_is_the_person_s(self):
        self.file("pdf", maker="vente", language="en", naming="initials")
        self.clock.pass_days(1)
        self.file("docx", maker="rh")
        found = dossiers.made("sofia", reader="sofia")
        self.assertEqual(
            [("rh", "fr", False, "docx"), ("vente", "en", True, "pdf")],
            [(one.maker, one.language, one.anonymous, one.kind) for one in found],
        )
        for reader in ("vente", "rh", "cheffe", ""):
            self.assertEqual([], dossiers.made("sofia", reader=reader))

    def test_no_file_is_kept(self):
        self.file("pdf", maker="rh")
        self.assertLess(len(json.dumps(dossiers.held("sofia"))), 400)

    def test_it_is_forgotten_in_time_and_bounded(self):
        self.file("pdf", maker="rh")
        timer = getUtility(ITimer, "dossiers")
        self.clock.pass_days(731)
        timer.run(self.portal)
        self.assertEqual([], dossiers.made("sofia", reader="sofia"))
        self.assertEqual((0, 0, 0), tuple(len(getattr(readable(), name)) for name in ("made", "makers", "expiry")))

    def test_personal_data(self):
        self.file("pdf", maker="vente")
        self.assertEqual("vente", dossiers.held("sofia")["made"][0]["maker"])
        self.assertEqual("sofia", dossiers.held("vente")["made_of_others"][0]["of"])
        people.erase("vente", actor="rh")
        self.assertEqual("", dossiers.made("sofia", reader="sofia")[0].maker)
        self.assertEqual({}, dossiers.held("vente"))
        self.file("pdf", maker="rh")
        people.erase("sofia", actor="rh")
        self.assertEqual({}, dossiers.held("sofia"))
        self.assertEqual([], dossiers.held("rh").get("made_of_others", []))
        self.assertNotIn("sofia", [*readable().made, *readable().freshness, *readable().by_date.values()])
        dossiers.forget("sofia")


class TestFreshness(DossiersTest):
    layer = INTEGRATION

    def timer(self) -> None:
        getUtility(ITimer, "dossiers").run(self.portal)

    def stale(self, reader: str = "rh") -> list[str]:
        return [one.userid for one in dossiers.all_stale(reader)]

    def test_only_skills_and_experiences_refresh(self):
        first = dossiers.refreshed("sofia")
        self.clock.pass_days(10)
        person = people.person("sofia")
        people.update_profile(person, "presentation", {"biography": "Autre"}, actor="sofia")
        people.update_account("sofia", actor="rh", job="Architecte")
        self.assertEqual(first, dossiers.refreshed("sofia"))
        people.update_profile(person, "skills", {"experiences": EXPERIENCES[:2]}, actor="sofia")
        self.assertEqual(self.clock.now(), dossiers.refreshed("sofia"))

    def test_old_profiles_are_asked_once_until_they_are_refreshed(self):
        self.clock.pass_days(170)
        with heard(INotice) as notices:
            self.timer()
        self.assertEqual([], notices)
        self.clock.pass_days(20)
        with heard(INotice) as notices:
            self.timer()
            self.timer()
        asked = [notice.recipients[0] for notice in notices if notice.kind == "dossiers.refresh"]
        self.assertEqual(["collegue", "sofia"], sorted(asked))
        self.assertTrue(dossiers.is_asked("sofia"))
        kind = getAdapter(self.portal, INoticeKind, "dossiers.refresh")
        self.assertIn("still right", kind.describe("sofia/age", "sofia", []).text)
        self.assertIsNone(kind.describe("sofia/age", "collegue", []))
        dossiers.confirm("sofia")
        self.assertFalse(dossiers.is_asked("sofia"))
        self.assertIsNone(kind.describe("sofia/age", "sofia", []))
        self.clock.pass_days(190)
        with heard(INotice) as notices:
            self.timer()
        self.assertEqual([("sofia",)], [notice.recipients for notice in notices])

    def test_at_a_mission_s_end(self):
        with heard(INotice) as notices:
            self.assertTrue(dossiers.nudge("sofia", "missions/rhodia"))
            self.assertFalse(dossiers.nudge("sofia", "missions/rhodia"))
            self.assertTrue(dossiers.nudge("sofia", "missions/autre"))
        self.assertEqual(["sofia/missions/rhodia", "sofia/missions/autre"], [notice.thing for notice in notices])
        kind = getAdapter(self.portal, INoticeKind, "dossiers.refresh")
        self.assertIn("mission", kind.describe("sofia/missions/rhodia", "sofia", []).text)
        for userid in ("nobody", "cliente"):
            self.assertFalse(dossiers.nudge(userid, "missions/rhodia"))
        for why in ("", "a b", "x" * 81, "é"):
            with self.assertRaises(Invalid):
                dossiers.nudge("sofia", why)
        people.update_profile(people.person("sofia"), "skills", {"experiences": []}, actor="sofia")
        self.assertFalse(dossiers.is_asked("sofia"))

    def test_the_list_is_hr_s_and_each_manager_s_own(self):
        self.clock.pass_days(200)
        self.assertEqual(["collegue", "sofia"], sorted(self.stale()))
        self.assertEqual(["sofia"], self.stale("cheffe"))
        for reader in ("sofia", "vente", "cliente", "collegue"):
            self.assertFalse(dossiers.can_list_stale(reader))
            with self.assertRaises(NotAllowed):
                self.stale(reader)
        dossiers.confirm("sofia")
        self.assertEqual((["collegue"], []), (self.stale(), self.stale("cheffe")))

    def test_who_is_no_consultant_any_more_leaves_the_list(self):
        self.clock.pass_days(200)
        people.update_account("sofia", actor="rh", kind="staff")
        self.assertEqual(["collegue"], self.stale())
        people.update_account("sofia", actor="rh", kind="consultant")
        self.assertEqual(["collegue", "sofia"], sorted(self.stale()))

    def test_who_has_left_is_neither_asked_nor_listed(self):
        people.end_access("sofia", when=self.clock.now(), actor="rh")
        self.clock.pass_days(200)
        with heard(INotice) as notices:
            getUtility(ITimer, "dossiers").run(self.portal)
        self.assertEqual([("collegue",)], [notice.recipients for notice in notices if "dossiers" in notice.kind])
        self.assertEqual((["collegue"], []), (self.stale(), self.stale("cheffe")))
        self.assertFalse(dossiers.nudge("sofia", "missions/rhodia"))

    def test_pages_oldest_first(self):
        self.clock.pass_days(1)
        dossiers.confirm("collegue")
        self.clock.pass_days(200)
        page, more = dossiers.stale("rh", start=0, size=1)
        self.assertEqual((["sofia"], True), ([one.userid for one in page], more))
        page, more = dossiers.stale("rh", start=1, size=1)
        self.assertEqual((["collegue"], False), ([one.userid for one in page], more))

    def test_reading_writes_nothing(self):
        self.portal._p_jar.cacheMinimize()
        before = readable()._p_serial
        for reader in ("rh", "cheffe"):
            dossiers.stale(reader)
        dossiers.refreshed("nobody")
        dossiers.is_asked("nobody")
        self.assertNotIn("nobody", readable().freshness)
        self.assertEqual(before, readable()._p_serial)
