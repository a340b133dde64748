"""Every rule of messages; what must not leak first."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.notice import ignores
from bluegether.core.messaging import api as messaging
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from PIL import Image
from plone import api
from zope.component import adapter
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.component import getSiteManager
from zope.interface import implementer
import io
import unittest
import zipfile


SECRET = "Le mot de passe est Zanzibar"
BEGIN = datetime(2026, 11, 3, 9, tzinfo=UTC)


@implementer(IClock)
class Clock:
    """A present that tests move."""

    def __init__(self):
        self.moment = BEGIN - timedelta(days=30)

    def now(self):
        return self.moment

    def move(self, **span):
        self.moment += timedelta(**span)


def picture(form="PNG", size=(900, 600)):
    written = io.BytesIO()
    Image.new("RGB", size, "navy").save(written, form)
    return written.getvalue()


def archive(*names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as kept:
        for name in names:
            kept.writestr(name, "x")
    return written.getvalue()


class MessagingCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.clock = Clock()
        getSiteManager().registerUtility(self.clock, IClock)
        self.addCleanup(getSiteManager().unregisterUtility, self.clock, IClock)
        for userid, kind in (
            ("ana", "staff"),
            ("bob", "consultant"),
            ("chloe", "consultant"),
            ("dan", "staff"),
            ("carl", "client"),
        ):
            people.create_account(userid, fullname=f"{userid.title()} Diaz", email=f"{userid}@example.com", kind=kind)
        self.clock.moment = BEGIN
        self.told = []
        getGlobalSiteManager().registerHandler(self._hear)
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self._hear)

    @property
    def _hear(self):
        if not hasattr(self, "_heard"):

            @adapter(INotice)
            def hear(event):
                self.told.append((event.kind, event.actor, event.recipients))

            self._heard = hear
        return self._heard

    def start(self, *to, text=SECRET, author="ana", **values):
        return messaging.start(list(to), text, author=author, **values)

    def send(self, found, text, author="bob", **values):
        self.clock.move(seconds=10)
        return messaging.send(found.id, text, author=author, **values)

    def texts(self, found, userid, **values):
        return [one.text or one.event for one in messaging.messages(found.id, userid=userid, **values).items]

    def unread(self, found, userid):
        return messaging.seen(found.id, userid=userid).unread


class TestWhoReads(MessagingCase):
    """Whoever does not take part gets the same as for what is not there."""

    def questions(self, found, one):
        return (
            lambda who: messaging.conversation(found.id, userid=who),
            lambda who: messaging.seen(found.id, userid=who),
            lambda who: messaging.messages(found.id, userid=who),
            lambda who: messaging.message(found.id, one.id, userid=who),
            lambda who: messaging.file(found.id, one.id, 0, userid=who),
            lambda who: messaging.send(found.id, "x", author=who),
            lambda who: messaging.edit(found.id, one.id, "x", userid=who),
            lambda who: messaging.delete(found.id, one.id, userid=who),
            lambda who: messaging.mark_read(found.id, userid=who),
            lambda who: messaging.add(found.id, "dan", userid=who),
            lambda who: messaging.retitle(found.id, "x", userid=who),
            lambda who: messaging.leave(found.id, userid=who),
            lambda who: messaging.pin(found.id, userid=who),
            lambda who: messaging.mute(found.id, userid=who),
        )

    def closed_to(self, found, one, who):
        for question in self.questions(found, one):
            with self.assertRaises(Missing):
                question(who)
        self.assertEqual([], messaging.conversations(who).items)
        self.assertEqual(0, messaging.unread(who))
        self.assertEqual([], messaging.search("Zanzibar", userid=who).items)
        self.assertEqual({}, messaging.export(who, reader=who) or {})

    def test_nobody_else_whatever_their_role(self):
        found = self.start("bob", "chloe", files=[("plan.png", picture())], title=SECRET)
        one = messaging.messages(found.id, userid="ana").items[0]
        for roles in (["Member"], ["Animator"], ["HR Referent"], ["Site Administrator"], ["Manager"]):
            with api.env.adopt_roles(roles):
                for who in ("dan", "carl", "admin", "", "nobody"):
                    self.closed_to(found, one, who)
        self.assertEqual([SECRET], self.texts(found, "bob"))

    def test_nothing_in_catalog_and_search(self):
        self.start("bob", title=SECRET)
        catalog = api.portal.get_tool("portal_catalog")
        self.assertEqual(0, len(catalog.unrestrictedSearchResults(SearchableText="Zanzibar")))

    def test_a_leaver_reads_no_longer_and_the_others_keep_it(self):
        found = self.start("bob", "chloe", files=[("plan.png", picture())])
        one = messaging.messages(found.id, userid="bob").items[0]
        messaging.leave(found.id, userid="bob")
        for question in self.questions(found, one):
            with self.assertRaises(Missing):
                question("bob")
        self.assertEqual(([], 0), (messaging.conversations("bob").items, messaging.unread("bob")))
        self.assertEqual([], messaging.search("Zanzibar", userid="bob").items)
        self.send(found, "après", author="ana")
        self.assertNotIn("bob", self.told[-1][2])
        self.assertEqual(["après", "left", SECRET], self.texts(found, "chloe"))

    def test_with_the_last_one_the_conversation_goes(self):
        found = self.start("bob", "chloe")
        for who in ("ana", "bob", "chloe"):
            messaging.leave(found.id, userid=who)
        with self.assertRaises(Missing):
            messaging.stored_message(found.id, found.newest())

    def test_who_joins_reads_from_then_on_or_all_as_the_starter_chose(self):
        later = self.start("bob", "chloe", files=[("plan.png", picture())])
        every = self.start("bob", "chloe", history=True)
        self.clock.move(minutes=1)
        for found in (later, every):
            messaging.add(found.id, "dan", userid="bob")
            self.send(found, "bienvenue")
        self.assertEqual(["bienvenue", "joined"], self.texts(later, "dan"))
        self.assertEqual(["bienvenue", "joined", SECRET], self.texts(every, "dan"))
        self.assertEqual([every.id], [room.id for room, _one in messaging.search("zanzibar", userid="dan").items])
        first = list(later.ids())[-1]
        with self.assertRaises(Missing):
            messaging.file(later.id, first, 0, userid="dan")
        self.assertEqual(1, self.unread(later, "dan"))
        with self.assertRaises(Missing):
            getAdapter(api.portal.get(), IReportable, name="message").target(f"{later.id}/{first}", "dan")

    def test_a_leaver_who_comes_back_reads_from_then_on(self):
        found = self.start("bob", "chloe")
        self.clock.move(minutes=1)
        messaging.leave(found.id, userid="bob")
        self.send(found, "sans bob", author="ana")
        self.clock.move(minutes=1)
        messaging.add(found.id, "bob", userid="ana")
        self.assertEqual(["joined"], self.texts(found, "bob"))

    def test_notices_tell_no_word_and_only_those_who_take_part(self):
        found = self.start("bob", "chloe")
        kind = getAdapter(api.portal.get(), INoticeKind, name="messaging.message")
        said = kind.describe(str(found.id), "bob", ["Ana Diaz"])
        self.assertNotIn("Zanzibar", f"{said.text}{said.excerpt}{said.text.mapping}")
        for who in ("dan", "carl", "admin"):
            with self.assertRaises(Missing):
                kind.describe(str(found.id), who, ["Ana Diaz"])
        self.assertEqual([("messaging.message", "ana", ("bob", "chloe"))], self.told)

    def test_export_is_for_the_person_alone(self):
        found = self.start("bob")
        self.send(found, "Réponse de Bob")
        data = getAdapter(api.portal.get(), IPersonalData, name="messaging")
        with api.env.adopt_roles(["Manager", "HR Referent"]):
            self.assertEqual({"conversations": 1, "messages": 1}, data.export("ana"))
        with api.env.adopt_user(username="ana"):
            own = data.export("ana")
        self.assertEqual([SECRET], [one["text"] for one in own["messages"]])
        self.assertNotIn("Réponse", str(own))


class TestStarting(MessagingCase):
    def test_bad_input_is_refused_and_nothing_is_kept(self):
        for values, error in (
            ({"to": []}, Invalid),
            ({"to": ["ana"]}, Invalid),
            ({"to": "bob"}, Invalid),
            ({"to": [1]}, Invalid),
            ({"to": ["carl"]}, NotAllowed),
            ({"to": ["bob", "carl"]}, NotAllowed),
            ({"to": ["nobody"]}, NotAllowed),
            ({"to": ["bob"], "text": ""}, Invalid),
            ({"to": ["bob"], "text": "\u202e\u200b"}, Invalid),
            ({"to": ["bob"], "text": "a" * 10_001}, Invalid),
            ({"to": ["bob", "dan"], "title": "a" * 121}, Invalid),
            ({"to": ["bob"], "author": "carl"}, NotAllowed),
            ({"to": ["bob"], "author": "admin"}, NotAllowed),
        ):
            sent = {"to": ["bob"], "text": "x", "author": "ana"} | values
            with self.assertRaises(error, msg=str(values)[:60]):
                messaging.start(sent.pop("to"), sent.pop("text"), **sent)
        self.assertEqual([], messaging.conversations("ana").items)

    def test_two_people_have_one_conversation(self):
        first = self.start("bob")
        second = self.start("ana", author="bob", text="moi aussi")
        self.assertEqual(first.id, second.id)
        self.assertEqual(["moi aussi", SECRET], self.texts(first, "ana"))
        self.assertEqual(first.id, messaging.between("ana", "bob"))
        for verb in (
            lambda: messaging.leave(first.id, userid="ana"),
            lambda: messaging.add(first.id, "dan", userid="ana"),
            lambda: messaging.retitle(first.id, "x", userid="ana"),
        ):
            with self.assertRaises(Conflict):
                verb()

    def test_a_group_has_a_title_that_everyone_changes(self):
        found = self.start("bob", "chloe", title=" Repas\n de fin d'année\u202e ")
        self.assertEqual("Repas de fin d'année", found.title)
        self.clock.move(minutes=1)
        messaging.retitle(found.id, "Fête", userid="bob")
        self.assertEqual(["Fête", SECRET], self.texts(found, "ana"))
        self.assertEqual("titled", found.get(found.newest()).event)

    def test_nobody_twice_and_never_too_many(self):
        api.portal.set_registry_record("bluegether.messaging.participants", 3)
        found = self.start("bob", "chloe")
        for who in ("bob", "dan"):
            with self.assertRaises(Conflict):
                messaging.add(found.id, who, userid="ana")
        with self.assertRaises(Invalid):
            self.start("bob", "chloe", "dan")

    def test_the_list_is_by_last_activity_with_the_pinned_on_top(self):
        talks = [self.start(who, text=who) for who in ("bob", "chloe", "dan")]
        for number, found in enumerate(talks):
            self.clock.move(minutes=number + 1)
            self.send(found, "encore", author="ana")
        messaging.pin(talks[0].id, userid="ana")
        page = messaging.conversations("ana", size=1)
        self.assertEqual([talks[0].id, talks[2].id], [item.conversation.id for item in page.items])
        page = messaging.conversations("ana", size=5, cursor=page.cursor)
        self.assertEqual([talks[1].id], [item.conversation.id for item in page.items])
        self.assertIsNone(page.cursor)
        self.assertFalse(messaging.conversations("bob").items[0].pinned)


class TestMessages(MessagingCase):
    def test_unread_counts_are_exact(self):
        found = self.start("bob", "chloe")
        shown = found.newest()
        for number in range(3):
            self.send(found, str(number))
        self.assertEqual((3, 1, 4), tuple(self.unread(found, who) for who in ("ana", "bob", "chloe")))
        self.assertEqual((1, 1, 1), tuple(messaging.unread(who) for who in ("ana", "bob", "chloe")))
        messaging.mark_read(found.id, userid="chloe", up_to=shown)
        self.assertEqual(3, self.unread(found, "chloe"))
        messaging.delete(found.id, found.newest(), userid="bob")
        self.assertEqual((2, 2), (self.unread(found, "ana"), self.unread(found, "chloe")))
        self.send(found, "lu", author="ana", read=found.newest())
        self.assertEqual((0, 0), (self.unread(found, "ana"), messaging.unread("ana")))
        messaging.mark_read(found.id, userid="chloe")
        messaging.mark_read(found.id, userid="chloe", up_to=shown)
        self.assertEqual(0, self.unread(found, "chloe"))

    def test_reading_writes_nothing(self):
        found = self.start("bob")
        jar = api.portal.get()._p_jar
        jar.transaction_manager.savepoint(optimistic=True)
        before = len(jar._registered_objects)
        messaging.conversations("bob")
        self.texts(found, "bob")
        messaging.conversations("dan")
        messaging.search("zanzibar", userid="bob")
        self.assertEqual(before, len(jar._registered_objects))
        self.assertEqual(1, self.unread(found, "bob"))

    def test_edit_within_the_time_with_a_mark(self):
        found = self.start("bob")
        one = found.get(found.newest())
        for who in ("bob",):
            with self.assertRaises(NotAllowed):
                messaging.edit(found.id, one.id, "x", userid=who)
        messaging.edit(found.id, one.id, "corrigé", userid="ana")
        self.assertEqual(("corrigé", BEGIN), (one.text, one.edited))
        self.assertEqual([], messaging.search("zanzibar", userid="bob").items)
        self.assertEqual(1, len(messaging.search("corrige", userid="bob").items))
        self.clock.move(minutes=16)
        with self.assertRaises(Conflict):
            messaging.edit(found.id, one.id, "trop tard", userid="ana")
        self.assertEqual("corrigé", one.text)

    def test_deleting_keeps_the_place_and_nothing_else(self):
        found = self.start("bob", files=[("plan.png", picture())])
        one = found.get(found.newest())
        with self.assertRaises(NotAllowed):
            messaging.delete(found.id, one.id, userid="bob")
        self.clock.move(days=30)
        messaging.delete(found.id, one.id, userid="ana")
        self.assertEqual(("", (), True), (one.text, one.files, one.removed))
        self.assertEqual(1, len(messaging.messages(found.id, userid="bob").items))
        self.assertEqual((0, 0), (self.unread(found, "bob"), messaging.unread("bob")))
        for word in ("zanzibar", "plan"):
            self.assertEqual([], messaging.search(word, userid="bob").items)
        with self.assertRaises(Missing):
            messaging.file(found.id, one.id, 0, userid="bob")
        with self.assertRaises(NotAllowed):
            messaging.edit(found.id, one.id, "x", userid="ana")

    def test_search_finds_every_word_or_its_beginning(self):
        found = self.start("bob", text="Réunion à l'ÉTÉ prochain")
        self.send(found, "la réunion est déplacée")
        for text, number in (("reunion", 2), ("réu ete", 1), ("prochain deplacee", 0), ("Réunion dép", 1)):
            self.assertEqual(number, len(messaging.search(text, userid="bob").items), text)
        page = messaging.search("reunion", userid="bob", size=1)
        self.assertEqual("bob", page.items[0][1].author)
        rest = messaging.search("reunion", userid="bob", size=1, cursor=page.cursor)
        self.assertEqual((["ana"], None), ([one.author for _room, one in rest.items], rest.cursor))
        for bad in ("", "  ", "a", None, "x" * 300):
            with self.assertRaises(Invalid):
                messaging.search(bad, userid="bob")

    def test_mute_and_the_number_of_the_bar(self):
        found = self.start("bob", "chloe")
        messaging.mute(found.id, userid="bob")
        self.assertEqual((0, 1), (messaging.unread("bob"), self.unread(found, "bob")))
        self.send(found, "encore", author="ana")
        self.assertEqual(("chloe",), self.told[-1][2])
        self.assertEqual((0, 2), (messaging.unread("bob"), self.unread(found, "bob")))
        kind = getAdapter(api.portal.get(), INoticeKind, name="messaging.message")
        self.assertIsNone(kind.describe(str(found.id), "bob", ["Ana"]))
        messaging.unmute(found.id, userid="bob")
        self.assertEqual(1, messaging.unread("bob"))

    def test_text_is_cut_into_links_and_names(self):
        parts = [(part.kind, part.value) for part in messaging.parts("Voir https://plone.org/x. et @bob. @carl @zoe")]
        self.assertEqual([("link", "https://plone.org/x"), ("mention", "bob")], [p for p in parts if p[0] != "text"])
        self.assertEqual(SECRET, "".join(part.text for part in messaging.parts(SECRET)))


class TestFiles(MessagingCase):
    def test_what_it_is_its_content_says(self):
        office = archive("[Content_Types].xml", "word/document.xml")
        for name, data in (
            ("a.png", b"<svg onload=alert(1)>"),
            ("a.jpg", picture("PNG")),
            ("a.svg", b"<svg/>"),
            ("a.html", b"<p>x</p>"),
            ("a.pdf", b"MZ\0\0"),
            ("a.txt", b"MZ\0\0"),
            ("a.docx", archive("[Content_Types].xml", "xl/a.xml")),
            ("a.docx", archive("[Content_Types].xml", "word/a.xml", "word/vbaProject.bin")),
            ("a.docm", office),
            ("a.zip", b"PK nothing"),
            ("a.exe", b"MZ"),
            ("noending", b"x"),
            ("a.png", b""),
            ("a.png", "text"),
            (None, b"x"),
        ):
            with self.assertRaises(Invalid, msg=name):
                self.start("bob", files=[(name, data)])
        self.assertEqual([], messaging.conversations("ana").items)
        taken = (("../../x\u202e.PNG", picture()), ("a.docx", office), ("a.pdf", b"%PDF-1.7"), ("é.csv", b"a;b"))
        found = self.start("bob", text="", files=taken)
        kept = found.get(found.newest()).files
        self.assertEqual(["x.PNG", "a.docx", "a.pdf", "é.csv"], [file.name for file in kept])
        self.assertEqual(["image/png", "text/csv"], [kept[0].content_type, kept[3].content_type])
        self.assertEqual("JPEG", Image.open(io.BytesIO(kept[0].thumbnail)).format)
        self.assertEqual(b"", kept[1].thumbnail)

    def test_number_and_size_are_limited(self):
        api.portal.set_registry_record("bluegether.messaging.file_size", 1)
        for files in ([("a.txt", b"x")] * 6, [("a.txt", b"x" * 1_000_001)]):
            with self.assertRaises(Invalid):
                self.start("bob", files=files)


class TestLimits(MessagingCase):
    def test_a_new_account_has_lower_limits(self):
        people.create_account("eve", fullname="Eve", email="eve@example.com", kind="staff")
        found = self.start("ana", author="eve")
        self.start("bob", author="eve")
        with self.assertRaises(TooMany) as caught:
            self.start("chloe", author="eve")
        self.assertEqual((429, "text"), (caught.exception.status, caught.exception.field))
        for _number in range(3):
            self.send(found, "x", author="eve")
        with self.assertRaises(TooMany):
            self.send(found, "de trop", author="eve")
        self.assertNotIn("de trop", self.texts(found, "ana"))
        self.clock.move(days=4)
        self.start("chloe", author="eve")
        self.send(found, "le lendemain", author="eve")

    def test_fifteen_conversations_a_day_and_a_rate_per_minute(self):
        for number in range(16):
            people.create_account(f"p{number}", fullname="P", email=f"p{number}@example.com", kind="staff")
        self.clock.move(days=5)
        for number in range(15):
            self.clock.move(seconds=5)
            self.start(f"p{number}")
        with self.assertRaises(TooMany):
            self.start("p15")
        found = self.start("p0")
        api.portal.set_registry_record("bluegether.messaging.messages_per_minute", 2)
        self.clock.move(minutes=2)
        for text in ("1", "2"):
            messaging.send(found.id, text, author="ana")
        with self.assertRaises(TooMany):
            messaging.send(found.id, "3", author="ana")
        self.clock.move(seconds=61)
        messaging.send(found.id, "4", author="ana")


class TestBlocking(MessagingCase):
    def test_the_blocked_is_not_told_and_nothing_arrives(self):
        found = self.start("bob")
        messaging.mark_read(found.id, userid="bob")
        messaging.block("ana", userid="bob")
        self.told.clear()
        one = self.send(found, "insiste", author="ana", files=[("a.txt", b"secret")])
        self.assertEqual(["insiste", SECRET], self.texts(found, "ana"))
        self.assertEqual([SECRET], self.texts(found, "bob"))
        self.assertEqual((0, 0), (self.unread(found, "bob"), messaging.unread("bob")))
        self.assertEqual([], [notice for notice in self.told if notice[2]])
        self.assertEqual([], messaging.search("insiste", userid="bob").items)
        for question in (
            lambda: messaging.message(found.id, one.id, userid="bob"),
            lambda: messaging.file(found.id, one.id, 0, userid="bob"),
        ):
            with self.assertRaises(Missing):
                question()
        self.assertTrue(messaging.may_write(messaging.conversation(found.id, userid="ana"), "ana"))
        with self.assertRaises(Conflict):
            messaging.send(found.id, "x", author="bob")
        messaging.unblock("ana", userid="bob")
        self.send(found, "enfin", author="ana")
        self.assertEqual(["enfin", SECRET], self.texts(found, "bob"))

    def test_a_new_conversation_does_not_arrive_and_no_group_is_forced(self):
        messaging.block("ana", userid="bob")
        self.start("bob")
        self.assertEqual([], messaging.conversations("bob").items)
        self.assertEqual(0, messaging.between("bob", "ana"))
        with self.assertRaises(NotAllowed) as blocked:
            self.start("bob", "chloe")
        with self.assertRaises(NotAllowed) as gone:
            self.start("nobody", "chloe")
        self.assertEqual(str(gone.exception.message), str(blocked.exception.message))

    def test_in_a_group_it_is_kept_but_neither_counted_nor_told(self):
        found = self.start("bob", "chloe")
        messaging.block("ana", userid="bob")
        self.told.clear()
        self.send(found, "à tous", author="ana")
        self.assertEqual([("messaging.message", "ana", ("chloe",))], self.told)
        self.assertEqual((1, 2), (self.unread(found, "bob"), self.unread(found, "chloe")))
        self.assertIn("à tous", self.texts(found, "bob"))

    def test_the_rest_of_the_portal_respects_it(self):
        self.assertFalse(ignores("bob", "ana"))
        messaging.block("ana", userid="bob")
        self.assertEqual((True, False), (ignores("bob", "ana"), ignores("ana", "bob")))
        for other, error in (("bob", Invalid), ("carl", Missing), ("nobody", Missing), (None, Missing)):
            with self.assertRaises(error):
                messaging.block(other, userid="bob")


class TestReceipts(MessagingCase):
    def test_only_when_both_accept_and_the_site_does(self):
        found = self.start("bob")
        one = found.get(found.newest())
        messaging.mark_read(found.id, userid="bob")
        readers = lambda: messaging.readers(found, one, "ana")  # noqa: E731
        self.assertEqual([], readers())
        messaging.accept_receipts(True, userid="ana")
        self.assertEqual([], readers())
        messaging.accept_receipts(True, userid="bob")
        self.assertEqual(["bob"], readers())
        self.assertEqual([], messaging.readers(found, one, "bob"))
        messaging.block("ana", userid="bob")
        self.assertEqual([], readers())
        messaging.unblock("ana", userid="bob")
        messaging.accept_receipts(False, userid="ana")
        self.assertEqual([], readers())
        api.portal.set_registry_record("bluegether.messaging.receipts", False)
        with self.assertRaises(Conflict):
            messaging.accept_receipts(True, userid="ana")


class TestWhoIsGone(MessagingCase):
    def setUp(self):
        super().setUp()
        self.found = self.start("bob")
        people.end_access("bob", when=BEGIN + timedelta(days=2), actor="admin")
        self.clock.move(days=3)

    def test_the_thread_stays_readable_and_is_closed(self):
        self.assertEqual([SECRET], self.texts(self.found, "ana"))
        self.assertFalse(messaging.may_write(self.found, "ana"))
        for verb in (
            lambda: messaging.send(self.found.id, "x", author="ana"),
            lambda: messaging.send(self.found.id, "x", author="bob"),
            lambda: self.start("bob"),
            lambda: self.start("bob", "chloe"),
        ):
            with self.assertRaises(NotAllowed):
                verb()

    def test_erasing_puts_a_pseudonym_in_their_place(self):
        group = self.start("chloe", "dan")
        other = self.start("dan", "chloe", text="sans lui")
        messaging.erase("ana")
        messaging.erase("ana")
        for found, reader in ((self.found, "bob"), (group, "dan"), (other, "dan")):
            one = messaging.messages(found.id, userid=reader).items[0]
            self.assertTrue(one.author.startswith("former-"))
            self.assertNotIn("ana", messaging.others(found, reader))
            with self.assertRaises(Missing):
                messaging.conversation(found.id, userid="ana")
        self.assertNotEqual(group.starter, other.starter)
        self.send(group, "@chloe et @chloe-2", author="dan")
        messaging.erase("chloe")
        self.assertEqual("@… et @chloe-2", messaging.messages(group.id, userid="dan").items[0].text)
        messaging.erase("bob")
        with self.assertRaises(Missing):
            messaging.stored_message(self.found.id, self.found.newest())


class TestReports(MessagingCase):
    def setUp(self):
        super().setUp()
        self.found = self.start("bob", text="0")
        for number in range(1, 9):
            self.send(self.found, str(number), author=("ana", "bob")[number % 2])
        self.one = next(one for one in self.found.messages.values() if one.text == "4")
        self.kind = getAdapter(api.portal.get(), IReportable, name="message")
        self.key = f"{self.found.id}/{self.one.id}"

    def test_it_discloses_three_on_each_side_and_no_more(self):
        target = self.kind.target(self.key, None)
        self.assertEqual(("4", "ana", ""), (target.text, target.author, target.url))
        self.assertEqual(list("123567"), [words.text for words in target.context])
        self.assertEqual("4", self.kind.target(self.key, "bob").text)
        for who in ("dan", "carl", "admin", ""):
            with self.assertRaises(Missing):
                self.kind.target(self.key, who)
        for key in ("1/2", "x", f"{self.found.id}/5", ""):
            with self.assertRaises(Missing):
                self.kind.target(key, None)

    def test_hide_show_remove(self):
        unread = self.unread(self.found, "bob")
        self.kind.hide(self.key)
        self.assertEqual(unread - 1, self.unread(self.found, "bob"))
        self.assertTrue(self.kind.target(self.key, None).hidden)
        with self.assertRaises(Missing):
            self.kind.target(self.key, "bob")
        self.kind.show(self.key)
        self.assertEqual(unread, self.unread(self.found, "bob"))
        self.kind.remove(self.key)
        self.assertEqual(("", True), (self.one.text, self.one.removed))
