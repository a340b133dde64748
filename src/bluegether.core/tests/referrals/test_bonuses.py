"""Rules, bonuses and payroll: nothing retroactive, nothing paid twice, nothing paid to who left."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.testing import OUTSIDE
from bluegether.core.referrals.testing import ReferralsTest
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
import hashlib


class Case(ReferralsTest):
    layer = INTEGRATION

    def refused(self, error, field, verb, *arguments, **values):
        with self.assertRaises(error) as caught:
            verb(*arguments, **values)
        self.assertEqual(field, caught.exception.field)
        return caught.exception

    def day(self, days=0):
        return (self.clock.now() + timedelta(days=days)).date()

    def hired(self, days: int = 0, **values):
        """Return a referral that is hired with the first day so many days from now, and its bonus."""
        found = self.candidate("offer", **values)
        self.move(found, "hired", on=self.day(days))
        return found, referrals.bonuses_of(found, userid="rh")[0]

    def states(self, userid="ana"):
        return [(one.rule.milestone, one.state) for one in reversed(referrals.own_bonuses(userid))]


class TestRules(Case):
    def test_who_may_not_and_what_is_wrong(self):
        for userid in ("rh", "finance", "ana", "siteadmin"):
            self.refused(NotAllowed, None, self.publish, userid=userid)
        wrong = (
            [],
            [("boss", "hired", 0, 100)],
            [("", "met", 0, 100)],
            [("", "hired", 25, 100)],
            [("", "hired", -1, 100)],
            [("", "hired", 0, 0)],
            [("", "hired", 0, 10.5)],
            [("", "hired", 0, 2_000_001)],
            [("", "hired", 0, 100)] * 2,
            [("", "hired", 0, 100), ("", "hired", 0, 200)],
        )
        for rows in wrong:
            self.refused(Invalid, "rows", self.publish, rows)
        self.refused(Invalid, "since", self.publish, since=self.day(-1))
        self.refused(Invalid, "since", self.publish, since=None)
        self.publish(since=self.day(10))
        self.refused(Invalid, "since", self.publish, since=self.day(9))

    def test_what_may_pay_twice_must_be_confirmed(self):
        twice = (
            [("senior", "hired", 0, 100), ("senior", "hired", 3, 100)],
            [("", "hired", 0, 100), ("senior", "hired", 0, 100)],
            [("", "hired", 0, 100), ("", "hired", 1, 100)],
        )
        for rows in twice:
            error = self.refused(referrals.MustConfirm, "rows", self.publish, rows)
            self.assertEqual((409, 1), (error.status, len(error.warnings)))
        self.assertEqual(1, len(referrals.versions()))
        self.publish(twice[0], confirmed=True)
        self.publish([("", "hired", 0, 100), ("partner", "hired", 0, 100), ("", "trial_passed", 0, 100)])

    def test_a_referral_keeps_the_rules_of_its_day(self):
        found = self.candidate("offer")
        self.publish([("senior", "hired", 0, 999)])
        self.move(found, "hired")
        self.assertEqual([50000], [one.rule.cents for one in referrals.own_bonuses("ana")])
        _other, bonus = self.hired(userid="bob", email="x@example.org", phone="")
        self.assertEqual((999, 2), (bonus.rule.cents, bonus.rules))

    def test_a_version_to_come_is_taken_back_one_in_force_never(self):
        self.publish(since=self.day(5))
        self.refused(Conflict, None, referrals.withdraw_rules, 1, userid="direction")
        self.refused(NotAllowed, None, referrals.withdraw_rules, 2, userid="rh")
        referrals.withdraw_rules(2, userid="direction")
        self.assertEqual([1], [one.number for one in referrals.versions()])
        self.assertEqual(1, referrals.in_force().number)


class TestBonuses(Case):
    def test_who_sees_amounts(self):
        found, bonus = self.hired()
        for userid in (*set(OUTSIDE) - {"finance", "direction"}, ""):
            self.refused(Missing, None, referrals.listed, "due", userid=userid)
            self.refused(Missing, None, referrals.totals, userid=userid)
            self.refused(Missing, None, referrals.exports, userid=userid)
            self.assertEqual([], referrals.bonuses_of(found, userid=userid))
            self.refused(Missing, None, referrals.approve, bonus.id, userid=userid)
        for userid in ("rh", "finance", "direction"):
            self.assertEqual(([bonus], 1), referrals.listed("due", userid=userid))
        self.assertEqual([bonus], referrals.own_bonuses("ana"))

    def test_from_due_to_paid(self):
        _found, bonus = self.hired(10)
        self.refused(Conflict, None, referrals.approve, bonus.id, userid="rh")
        self.clock.pass_days(10)
        for userid in ("ana", "finance", "direction"):
            self.refused(NotAllowed, None, referrals.approve, bonus.id, userid=userid)
        self.assertEqual(1, referrals.ripe())
        self.refused(Conflict, None, referrals.send, [bonus.id], userid="finance")
        referrals.approve(bonus.id, userid="rh")
        self.refused(Conflict, None, referrals.approve, bonus.id, userid="rh2")
        self.refused(Conflict, None, referrals.pay, bonus.id, userid="finance")
        self.refused(NotAllowed, None, referrals.send, [bonus.id], userid="direction")
        self.refused(Invalid, "bonuses", referrals.send, [], userid="finance")
        self.refused(Missing, None, referrals.send, [bonus.id, 7], userid="finance")
        made = referrals.send([bonus.id], userid="finance")
        self.refused(Conflict, None, referrals.send, [bonus.id], userid="finance")
        self.assertEqual(made.sha256, hashlib.sha256(referrals.csv_of(made)).hexdigest())
        row = "0042;COOPT;Prime de cooptation : embauche;500,00;2026-11-12;2026-11;"
        self.assertIn(row + str(bonus.id), referrals.csv_of(made).decode("utf-8-sig"))
        referrals.pay(bonus.id, userid="finance")
        self.refused(Conflict, None, referrals.pay, bonus.id, userid="finance")
        self.refused(Conflict, None, referrals.cancel, bonus.id, reason="x", userid="rh")
        self.assertEqual([("hired", "paid")], self.states())
        self.assertEqual(["due", "approved", "exported", "paid"], [event.what for event in bonus.history])
        self.assertEqual((50000, None), tuple(referrals.quarters(userid=one)[0].cents for one in ("rh", "ana")))

    def test_each_part_once(self):
        found, _bonus = self.hired()
        self.move(found, "trial_passed")
        self.assertEqual([("hired", "due"), ("trial_passed", "due")], self.states())

    def test_ones_own_is_handled_by_a_colleague(self):
        found = self.refer("rh2")
        self.agree(found)
        for to in ("qualified", "interview", "offer", "hired"):
            self.move(found, to)
        (bonus,) = referrals.own_bonuses("rh2")
        self.refused(NotAllowed, None, referrals.approve, bonus.id, userid="rh2")
        self.refused(NotAllowed, None, referrals.cancel, bonus.id, reason="x", userid="rh2")
        referrals.approve(bonus.id, userid="rh")

    def test_who_leaves_before_the_day_gets_none(self):
        found, bonus = self.hired(20)
        people.end_access("ana", when=self.clock.now() + timedelta(days=30), actor="rh")
        self.assertEqual("due", bonus.state)
        people.end_access("ana", when=self.clock.now() + timedelta(days=5), actor="rh")
        self.clock.pass_days(6)
        people.sweep()
        self.assertEqual(("cancelled", "referrer_left"), (bonus.state, bonus.history[-1].reason))
        self.clock.pass_days(60)
        self.move(found, "trial_passed")
        self.assertEqual([("hired", "cancelled"), ("trial_passed", "cancelled")], self.states())

    def test_who_leaves_after_the_day_keeps_it(self):
        _found, bonus = self.hired()
        people.end_access("ana", when=self.clock.now() + timedelta(days=2), actor="rh")
        self.clock.pass_days(3)
        people.sweep()
        self.assertEqual("due", bonus.state)
        self.refused(Conflict, None, referrals.approve, bonus.id, userid="rh")

    def test_the_hired_persons_account_is_found_and_their_leaving_counts(self):
        self.publish([("senior", "hired", 6, 50000)])
        found, bonus = self.hired()
        self.create("lucie", email="Lucie@example.org", fullname="Lucie Z", kind="consultant", employment="employee")
        self.assertEqual("lucie", found.userid)
        self.refused(Invalid, "account", referrals.link, found.id, "lucie", userid="rh")
        people.end_access("lucie", when=self.clock.now() + timedelta(days=1), actor="rh")
        self.clock.pass_days(2)
        people.sweep()
        self.assertEqual(("cancelled", "hire_left"), (bonus.state, bonus.history[-1].reason))
        data = people.personal_data("lucie", actor="rh")["referrals"]["application"]
        self.assertEqual("lucie@example.org", data["email"])
        people.erase("lucie", actor="rh")
        self.assertEqual(("", None, "hired"), (found.name, found.dossier, found.state))

    def test_who_never_starts(self):
        found, bonus = self.hired(30)
        self.move(found, "withdrawn")
        self.assertEqual(("cancelled", "never_started"), (bonus.state, bonus.history[-1].reason))

    def test_consent_taken_back_once_hired_keeps_the_bonus(self):
        found, bonus = self.hired()
        referrals.refuse(self.tokens()[0])
        self.assertEqual(("hired", "", "due"), (found.state, found.name, bonus.state))
        referrals.approve(bonus.id, userid="rh")
        self.move(found, "trial_passed")
        self.assertEqual([("hired", "approved"), ("trial_passed", "due")], self.states())


class TestPayroll(Case):
    def approved(self, **values):
        _found, bonus = self.hired(**values)
        referrals.approve(bonus.id, userid="rh")
        return bonus

    def test_without_an_employee_number_nothing_is_sent(self):
        bonus = self.approved()
        other = self.approved(userid="bob", email="x@example.org", phone="")
        error = self.refused(Invalid, "bonuses", referrals.send, [bonus.id, other.id], userid="rh")
        self.assertEqual("Bob", error.message.mapping["names"])
        self.assertEqual(("approved", "approved", []), (bonus.state, other.state, referrals.exports(userid="rh")))
        self.refused(Conflict, None, referrals.pay, other.id, userid="finance")
        referrals.pay(other.id, reason="Facture 12", userid="finance")
        self.assertEqual("paid", other.state)

    def test_again_only_as_a_numbered_correction(self):
        bonus = self.approved()
        first = referrals.send([bonus.id], userid="finance")
        self.refused(Conflict, None, referrals.correct, first.number, reason="x", userid="rh")
        self.refused(Invalid, "reason", referrals.correct, first.number, reason="", userid="rh")
        people.update_account("ana", actor="rh", matricule="0099")
        second = referrals.correct(first.number, reason="Matricule", userid="finance")
        self.assertEqual([("0042", -50000), ("0099", 50000)], [(one.matricule, one.cents) for one in second.lines])
        self.assertEqual((2, 1, "Matricule", "finance"), (second.number, second.corrects, second.reason, second.by))
        self.refused(Conflict, None, referrals.correct, second.number, reason="x", userid="rh")
        self.refused(Conflict, None, referrals.correct, first.number, reason="x", userid="rh")
        referrals.cancel(bonus.id, reason="Erreur", userid="rh")
        third = referrals.correct(first.number, reason="Annulation", userid="rh")
        self.assertEqual([("0099", -50000)], [(one.matricule, one.cents) for one in third.lines])
        self.assertEqual([3, 2, 1], [one.number for one in referrals.exports(userid="direction")])

    def test_no_formula_reaches_a_spreadsheet(self):
        people.update_account("ana", actor="rh", matricule="=1+1")
        made = referrals.send([self.approved().id], userid="finance")
        self.assertEqual("'=1+1", referrals.payroll_rows(made)[1][0])
