"""The verbs and questions of referrals."""

from bluegether.core.referrals.api.bonuses import approve
from bluegether.core.referrals.api.bonuses import cancel
from bluegether.core.referrals.api.bonuses import listed
from bluegether.core.referrals.api.bonuses import mine as own_bonuses
from bluegether.core.referrals.api.bonuses import of_referral as bonuses_of
from bluegether.core.referrals.api.bonuses import pay
from bluegether.core.referrals.api.bonuses import ripe
from bluegether.core.referrals.api.bonuses import totals
from bluegether.core.referrals.api.consent import accept
from bluegether.core.referrals.api.consent import add
from bluegether.core.referrals.api.consent import asked
from bluegether.core.referrals.api.consent import GONE
from bluegether.core.referrals.api.consent import new_token
from bluegether.core.referrals.api.consent import refuse
from bluegether.core.referrals.api.contacts import namesake
from bluegether.core.referrals.api.contacts import spoken_number
from bluegether.core.referrals.api.due import is_due
from bluegether.core.referrals.api.due import meet
from bluegether.core.referrals.api.figures import FEWEST
from bluegether.core.referrals.api.figures import medians
from bluegether.core.referrals.api.figures import quarters
from bluegether.core.referrals.api.model import can_handle
from bluegether.core.referrals.api.model import can_pay
from bluegether.core.referrals.api.model import can_refer
from bluegether.core.referrals.api.model import can_set_rules
from bluegether.core.referrals.api.model import expires
from bluegether.core.referrals.api.model import handled
from bluegether.core.referrals.api.model import is_hr
from bluegether.core.referrals.api.model import nothing
from bluegether.core.referrals.api.model import reference
from bluegether.core.referrals.api.model import referral
from bluegether.core.referrals.api.model import sees_amounts
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.api.notice import paragraphs
from bluegether.core.referrals.api.notice import referrer_name
from bluegether.core.referrals.api.notice import sha256
from bluegether.core.referrals.api.payroll import correct
from bluegether.core.referrals.api.payroll import csv_of
from bluegether.core.referrals.api.payroll import export
from bluegether.core.referrals.api.payroll import exports
from bluegether.core.referrals.api.payroll import rows as payroll_rows
from bluegether.core.referrals.api.payroll import send
from bluegether.core.referrals.api.presence import arrived
from bluegether.core.referrals.api.presence import left
from bluegether.core.referrals.api.privacy import candidate_data
from bluegether.core.referrals.api.privacy import erase as forget_member
from bluegether.core.referrals.api.privacy import exported
from bluegether.core.referrals.api.privacy import hand_over
from bluegether.core.referrals.api.privacy import held
from bluegether.core.referrals.api.reading import everything
from bluegether.core.referrals.api.reading import Filter
from bluegether.core.referrals.api.reading import in_stage
from bluegether.core.referrals.api.reading import mine
from bluegether.core.referrals.api.reading import open_of
from bluegether.core.referrals.api.reading import recruited_by
from bluegether.core.referrals.api.reading import to_describe
from bluegether.core.referrals.api.reading import to_qualify
from bluegether.core.referrals.api.rules import in_force
from bluegether.core.referrals.api.rules import MustConfirm
from bluegether.core.referrals.api.rules import paying
from bluegether.core.referrals.api.rules import publish
from bluegether.core.referrals.api.rules import version
from bluegether.core.referrals.api.rules import versions
from bluegether.core.referrals.api.rules import warnings
from bluegether.core.referrals.api.rules import withdraw as withdraw_rules
from bluegether.core.referrals.api.stages import describe
from bluegether.core.referrals.api.stages import erase as erase_candidate
from bluegether.core.referrals.api.stages import link
from bluegether.core.referrals.api.stages import move
from bluegether.core.referrals.api.stages import name_recruiter
from bluegether.core.referrals.api.stages import set_profile
from bluegether.core.referrals.api.stages import write
from bluegether.core.referrals.api.submit import refer
from bluegether.core.referrals.api.submit import take_back
from bluegether.core.referrals.mail import silence


__all__ = [
    "FEWEST",
    "GONE",
    "Filter",
    "MustConfirm",
    "accept",
    "add",
    "approve",
    "arrived",
    "asked",
    "bonuses_of",
    "can_handle",
    "can_pay",
    "can_refer",
    "can_set_rules",
    "cancel",
    "candidate_data",
    "correct",
    "csv_of",
    "describe",
    "erase_candidate",
    "everything",
    "expires",
    "export",
    "exported",
    "exports",
    "forget_member",
    "hand_over",
    "handled",
    "held",
    "in_force",
    "in_stage",
    "is_due",
    "is_hr",
    "left",
    "link",
    "listed",
    "medians",
    "meet",
    "mine",
    "move",
    "name_recruiter",
    "namesake",
    "new_token",
    "nothing",
    "open_of",
    "own_bonuses",
    "paragraphs",
    "pay",
    "paying",
    "payroll_rows",
    "publish",
    "quarters",
    "recruited_by",
    "refer",
    "reference",
    "referral",
    "referrer_name",
    "refuse",
    "ripe",
    "sees_amounts",
    "send",
    "set_profile",
    "setting",
    "sha256",
    "silence",
    "spoken_number",
    "take_back",
    "to_describe",
    "to_qualify",
    "totals",
    "version",
    "versions",
    "warnings",
    "withdraw_rules",
    "write",
]
