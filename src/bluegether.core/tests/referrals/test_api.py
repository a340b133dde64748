"""Referring, the candidate's consent, stages: every rule, the refusals first."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IDeed
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.testing import NAME
from bluegether.core.referrals.testing import OUTSIDE
from bluegether.core.referrals.testing import PDF
from bluegether.core.referrals.testing import ReferralsTest
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from zope.component import getGlobalSiteManager
from zope.component import provideHandler
import io
import zipfile


class Case(ReferralsTest):
    layer = INTEGRATION

    def refused(self, error, field, verb, *arguments, **values):
        with self.assertRaises(error) as caught:
            verb(*arguments, **values)
        self.assertEqual(field, caught.exception.field)
        return str(caught.exception.message.default or caught.exception.message)


class TestRefer(Case):
    def test_who_may_not(self):
        for userid in ("cliente", "partner", "nobody", ""):
            self.refused(NotAllowed, None, self.refer, userid)
        people.end_access("bob", when=self.clock.now(), actor="rh")
        self.refused(NotAllowed, None, self.refer, "bob")

    def test_what_is_wrong(self):
        wrong = {
            "name": ("", "x" * 121),
            "email": ("", "lucie", "lucie@", "lucie@exam ple.org", "a@b.c\r\nBcc: x@y.zz"),
            "phone": ("12", "hello", "+999"),
            "kind": ("boss",),
            "language": ("de",),
            "need": ("f" * 32,),
        }
        for field, values in wrong.items():
            for value in values:
                self.refused(Invalid, field, self.refer, **{field: value})
        self.refused(Invalid, "agreed", self.refer, agreed=False)
        self.refused(Invalid, "company", self.refer, kind="partner")
        self.assertEqual([], self.mails())
        self.assertEqual(([], 0), referrals.mine("ana"))

    def test_oneself_ones_team_a_member_who_left(self):
        self.refused(Invalid, "name", self.refer, email="ana+cv@example.com")
        self.refused(Invalid, "name", self.refer, name="ANÁ")
        self.refused(Invalid, "name", self.refer, "boss", email="ana@example.com")
        self.refused(Invalid, "name", self.refer, "boss", name="bob", email="bob@home.example")
        self.refused(Conflict, "email", self.refer, email="Bob+x@example.com")
        people.end_access("bob", when=self.clock.now(), actor="rh")
        self.assertIn("${months} months", self.refused(Conflict, "email", self.refer, email="bob@example.com"))
        people.erase("bob", actor="rh")
        self.refused(Conflict, "email", self.refer, email="bob@example.com")
        self.clock.pass_days(366)
        referrals.meet()
        self.refer(email="bob@example.com")
        self.assertEqual({}, dict(kept().former))

    def test_the_first_counts_for_six_months_whatever_the_spelling(self):
        self.refer(email="Lucie.Martin+old@Gmail.com")
        message = ""
        for values in (
            {"email": "luciemartin@googlemail.com", "phone": ""},
            {"email": "other@example.org", "phone": "+33 6 12 34 56 78"},
            {"email": "other@example.org", "phone": "0033612345678"},
        ):
            message = self.refused(Conflict, "email", self.refer, "bob", **values)
        self.assertNotIn("ana", message.lower())
        self.assertNotIn("Lucie", message)
        self.agree(referrals.mine("ana")[0][0])
        self.clock.pass_days(180)
        self.refused(Conflict, "email", self.refer, "bob", email="luciemartin@gmail.com")
        self.clock.pass_days(5)
        later = self.refer("bob", email="luciemartin@gmail.com")
        self.refused(Conflict, "email", self.refer, "ana", email="lucie.martin@gmail.com")
        self.assertEqual("bob", later.by)

    def test_only_name_and_contact_are_kept_and_asked_for(self):
        found = self.refer()
        self.assertEqual((NAME, "lucie@example.org", "+33612345678"), (found.name, found.email, found.phone))
        self.assertEqual((None, "", "submitted"), (found.dossier, found.profile, found.state))
        self.refused(Conflict, None, referrals.describe, found.id, why="Zanzibar", userid="ana")
        self.refused(Conflict, None, referrals.write, found.id, "Zanzibar", userid="rh")
        (mail,) = self.mails()
        self.assertEqual("lucie@example.org", mail["To"])
        self.assertIn("Ana", self.text(mail))
        self.assertNotIn(self.token, repr(vars(found)) + repr(list(kept().tokens)))

    def test_imports_send_nothing(self):
        with referrals.silence():
            found = referrals.refer("ana", name=NAME, email="lucie@example.org", agreed=True)
            referrals.accept(referrals.new_token(found), sha256=referrals.sha256(found, "fr"))
        self.assertEqual((0, "consented"), (len(self.mails()), found.state))


class TestConsent(Case):
    def test_a_link_that_does_not_work_says_the_same_whatever_is_wrong(self):
        self.refer()
        token = self.token
        messages = {
            self.refused(Missing, None, referrals.asked, one) for one in ("", "x", token[:-1], token + "x", None)
        }
        self.clock.pass_days(30)
        messages.add(self.refused(Missing, None, referrals.asked, token))
        self.assertEqual(1, len(messages))
        referrals.meet()
        messages.add(self.refused(Missing, None, referrals.asked, token))
        self.assertEqual(1, len(messages))

    def test_agreeing(self):
        found = self.refer()
        self.refused(Conflict, None, referrals.accept, self.token, sha256="0" * 64)
        self.refused(NotAllowed, None, self.agree, found, reader="ana")
        self.refused(Invalid, "words", self.agree, found, words="x" * 4001)
        self.assertIsNone(found.dossier)
        self.agree(found, words="Bonjour")
        self.assertEqual(("consented", "Bonjour"), (found.state, found.dossier.words))
        self.refused(Conflict, None, self.agree, found)
        self.assertEqual(2, len(set(self.tokens())))
        referrals.add(self.tokens()[-1], skills="Python", cv=('../../étrange \r\n".PDF', io.BytesIO(PDF)))
        self.assertEqual(("Python", "Bonjour"), (found.dossier.skills, found.dossier.words))
        self.assertEqual("étrange.pdf", found.dossier.cv.name)
        referrals.describe(found.id, why="Excellente", userid="ana")
        self.assertEqual("Excellente", found.dossier.why)

    def test_what_is_no_cv(self):
        found = self.refer()

        def archive(*names, mimetype=""):
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as made:
                for name in names:
                    made.writestr(name, "x")
                if mimetype:
                    made.writestr("mimetype", mimetype)
            return out.getvalue()

        word = ("[Content_Types].xml", "word/document.xml")
        odt = "application/vnd.oasis.opendocument.text"
        wrong = (b"", b"MZ program", b"<html>", archive("a.txt"), archive(*word, "word/vbaProject.bin"))
        for data in wrong:
            self.refused(Invalid, "cv", self.agree, found, cv=("cv.pdf", io.BytesIO(data)))

        class Huge(io.BytesIO):
            def seek(self, offset, whence=0):
                return 10**12 if whence == io.SEEK_END else 0

            def read(self, *_size):
                raise AssertionError("read")

        self.refused(Invalid, "cv", self.agree, found, cv=("cv.pdf", Huge()))
        self.agree(found, cv=("cv.exe", io.BytesIO(archive(*word))))
        self.assertEqual("cv.docx", found.dossier.cv.name)
        referrals.add(self.token, cv=(None, io.BytesIO(archive(mimetype=odt))))
        self.assertEqual("CV.odt", found.dossier.cv.name)

    def erased(self, found):
        words = repr([vars(found), list(kept().claims), list(kept().tokens), list(kept().due.values())])
        self.assertNotIn("Lucie", words)
        self.assertNotIn("lucie", words)
        self.assertNotIn("612345678", words)
        self.assertEqual(([], None), (list(kept().due), found.dossier))
        self.assertEqual(0, referrals.in_stage("submitted", userid="rh")[1])

    def test_a_no_erases_at_once(self):
        found = self.refer()
        referrals.refuse(self.token)
        self.erased(found)
        self.assertEqual("withdrawn", found.state)
        self.refused(Missing, None, referrals.refuse, self.token)
        self.refer("bob")

    def test_taken_back_later_it_erases_too(self):
        found = self.candidate("interview")
        first, second = self.tokens()
        referrals.refuse(first)
        self.erased(found)
        self.refused(Missing, None, referrals.asked, second)
        self.assertEqual(
            ["submitted", "consented", "qualified", "interview", "withdrawn"], [s.state for s in found.steps]
        )

    def test_silence_is_reminded_of_once_and_erases(self):
        found = self.refer()
        self.clock.pass_days(9)
        self.assertFalse(referrals.meet())
        self.clock.pass_days(1)
        referrals.meet()
        referrals.meet()
        self.assertEqual(2, len(self.mails()))
        self.clock.pass_days(20)
        referrals.meet()
        self.erased(found)
        self.assertEqual(("expired", 2), (found.state, len(self.mails())))

    def test_the_referrer_takes_it_back_only_before_the_answer(self):
        found = self.refer()
        self.refused(Missing, None, referrals.take_back, found.id, userid="bob")
        self.refused(NotAllowed, None, referrals.take_back, found.id, userid="rh")
        referrals.take_back(found.id, userid="ana")
        self.erased(found)
        later = self.candidate()
        self.refused(NotAllowed, None, referrals.take_back, later.id, userid="ana")


class TestStages(Case):
    def test_who_sees_it(self):
        found = self.secrets()
        for userid in (*OUTSIDE, ""):
            self.refused(Missing, None, referrals.referral, found.id, userid=userid)
            self.refused(Missing, None, referrals.in_stage, "interview", userid=userid)
        self.assertIs(found, referrals.referral(found.id, userid="ana"))
        self.refused(NotAllowed, None, referrals.handled, found.id, userid="ana")
        self.assertIs(found, referrals.handled(found.id, userid="rh"))

    def test_hr_does_not_handle_whom_they_referred(self):
        found = self.refer("rh2")
        self.agree(found)
        for verb, values in (
            (referrals.move, {"to": "qualified", "expected": "consented"}),
            (referrals.write, {"what": "x"}),
            (referrals.erase_candidate, {}),
            (referrals.candidate_data, {}),
        ):
            self.refused(NotAllowed, None, verb, found.id, userid="rh2", **values)
        self.move(found, "qualified")

    def test_two_at_once(self):
        found = self.candidate()
        self.move(found, "qualified", userid="rh")
        self.refused(Conflict, None, self.move, found, "declined", userid="rh2", expected="consented")
        self.assertEqual("qualified", found.state)

    def test_ways_that_are_none(self):
        found = self.candidate()
        for to in ("hired", "trial_passed", "submitted", "expired", "", "consented"):
            self.refused(Conflict, None, self.move, found, to)
        self.refused(Missing, None, self.move, found, "qualified", userid="bob")
        self.refused(NotAllowed, None, self.move, found, "qualified", userid="ana")

    def test_days_and_profile_of_milestones(self):
        found = self.candidate("offer")
        self.refused(Invalid, "on", self.move, found, "hired", on=None)
        self.refused(
            Invalid, "profile", referrals.move, found.id, "hired", expected="offer", userid="rh", on=self.day()
        )
        self.refused(Invalid, "profile", self.move, found, "hired", profile="partner")
        self.move(found, "hired", on=self.day(30))
        self.refused(Conflict, None, referrals.set_profile, found.id, "junior", userid="rh")
        self.refused(Invalid, "on", self.move, found, "trial_passed", on=self.day())
        self.refused(Invalid, "on", self.move, found, "trial_passed", on=self.day(40))
        self.clock.pass_days(100)
        self.move(found, "trial_passed")
        self.assertEqual("trial_passed", found.state)

    def day(self, days=0):
        return (self.clock.now() + timedelta(days=days)).date()

    def test_the_recruiter_handles_it_too(self):
        found = self.candidate()
        self.refused(Invalid, "recruiter", referrals.name_recruiter, found.id, "ana", userid="rh")
        self.refused(Invalid, "recruiter", referrals.name_recruiter, found.id, "cliente", userid="rh")
        self.refused(Invalid, "recruiter", referrals.name_recruiter, found.id, "x", userid="rh")
        referrals.name_recruiter(found.id, "Commerce", userid="rh")
        self.move(found, "qualified", userid="commerce")
        self.refused(NotAllowed, None, referrals.name_recruiter, found.id, "bob", userid="commerce")
        self.refused(NotAllowed, None, referrals.erase_candidate, found.id, userid="commerce")
        self.assertEqual([found], referrals.recruited_by("commerce"))
        referrals.hand_over("commerce", "boss")
        self.assertEqual(([], [found]), (referrals.recruited_by("commerce"), referrals.recruited_by("boss")))
        referrals.hand_over("boss", "ana")
        self.assertEqual("", found.recruiter)

    def test_deeds(self):
        told = []

        def listen(event):
            told.append((event.kind, event.userid, event.undone, event.values.get("profile")))

        provideHandler(listen, [IDeed])
        self.addCleanup(getGlobalSiteManager().unregisterHandler, listen, [IDeed])
        found = self.candidate("hired")
        self.move(found, "trial_passed")
        other = self.candidate("offer", userid="bob", email="z@example.org", phone="")
        self.move(other, "hired", on=self.day(20))
        self.move(other, "withdrawn")
        self.assertEqual(
            [
                ("referrals.hired", "ana", False, "senior"),
                ("referrals.trial_passed", "ana", False, "senior"),
                ("referrals.hired", "bob", False, "senior"),
                ("referrals.hired", "bob", True, None),
            ],
            told,
        )

    def test_the_board_finds_and_filters_without_waking(self):
        first = self.candidate("qualified")
        second = self.candidate("qualified", userid="bob", email="y@example.org", phone="", name="Émile Zola")
        referrals.name_recruiter(second.id, "boss", userid="rh")

        def names(**values):
            return [
                one.name for one in referrals.in_stage("qualified", userid="rh", wanted=referrals.Filter(**values))[0]
            ]

        self.assertEqual({NAME, "Émile Zola"}, set(names()))
        self.assertEqual((["Émile Zola"], [NAME]), (names(text="emile"), names(text="ZANZI")))
        self.assertEqual((["Émile Zola"], []), (names(recruiter="boss"), names(kind="partner")))
        referrals.erase_candidate(first.id, userid="rh")
        self.assertEqual(["Émile Zola"], names())

    def test_a_company(self):
        found = self.refer(kind="partner", company="Nordlys")
        self.agree(found)
        for to in ("qualified", "interview", "offer", "hired"):
            self.move(found, to)
        self.assertEqual("partner", found.profile)
        self.assertEqual([30000], [one.rule.cents for one in referrals.own_bonuses("ana")])


class TestTime(Case):
    def test_data_are_erased_after_the_last_contact_and_figures_stay(self):
        found = self.candidate("interview")
        self.clock.pass_days(300)
        referrals.write(found.id, "encore", userid="rh")
        self.clock.pass_days(700)
        referrals.meet()
        self.assertIsNone(found.erased)
        self.clock.pass_days(40)
        referrals.meet()
        self.assertEqual(("expired", "", None), (found.state, found.name, found.dossier))
        self.assertEqual(1, referrals.quarters(userid="rh")[0].submitted)

    def test_figures_hide_few(self):
        for number in range(4):
            self.candidate("qualified", userid="bob", email=f"a{number}@example.org", phone="")
        (quarter,) = referrals.quarters(userid="ana")
        self.assertEqual((None, 0), (quarter.submitted, quarter.hired))
        self.assertEqual(4, referrals.quarters(userid="rh")[0].submitted)
        self.assertIsNone(referrals.medians(userid="ana")[0].days)
        self.candidate("qualified", userid="bob", email="a5@example.org", phone="")
        self.assertEqual(5, referrals.quarters(userid="ana")[0].submitted)
        self.assertEqual(0, referrals.medians(userid="ana")[0].days)


class TestPersonalData(Case):
    def test_the_referrer_gets_their_own_and_not_the_candidates(self):
        self.secrets()
        data = repr(people.personal_data("ana", actor="ana"))
        for word in (NAME, "lucie@example.org", "Zanzibar"):
            self.assertNotIn(word, data)
        self.assertIn("interview", data)

    def test_the_candidate_gets_all_by_hr(self):
        found = self.secrets()
        data = repr(referrals.candidate_data(found.id, userid="rh"))
        for word in (NAME, "lucie@example.org", "Zanzibar-note", "Zanzibar-evaluation", "Zanzibar-skills"):
            self.assertIn(word, data)
        referrals.erase_candidate(found.id, userid="rh")
        self.refused(Missing, None, referrals.candidate_data, found.id, userid="rh")
        self.refused(Conflict, None, referrals.erase_candidate, found.id, userid="rh")

    def test_erasing_who_referred_and_who_wrote(self):
        found = self.secrets()
        self.move(found, "offer")
        self.move(found, "hired")
        for userid in ("ana", "rh2"):
            people.erase(userid, actor="rh")
        self.assertEqual(("", ""), (found.by, found.dossier.notes[1].author))
        names = repr([vars(found), vars(found.dossier), [vars(one) for one in kept().bonuses.values()]])
        self.assertNotIn("'ana'", names)
        self.assertNotIn("'rh2'", names)
        self.assertEqual(NAME, found.name)
