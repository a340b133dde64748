"""The verbs and questions of careers."""

from bluegether.core.career.api.calendar import calendar
from bluegether.core.career.api.careers import history
from bluegether.core.career.api.careers import setting
from bluegether.core.career.api.careers import want
from bluegether.core.career.api.careers import wants
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.circle import hr_people
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.circle import lead_of
from bluegether.core.career.api.circle import manager_at
from bluegether.core.career.api.circle import manager_of
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.circle import sees_interview
from bluegether.core.career.api.circle import sides
from bluegether.core.career.api.due import Due
from bluegether.core.career.api.due import due
from bluegether.core.career.api.due import due_in_team
from bluegether.core.career.api.due import expected
from bluegether.core.career.api.due import months
from bluegether.core.career.api.due import next_due
from bluegether.core.career.api.due import note_earlier
from bluegether.core.career.api.due import unwatch
from bluegether.core.career.api.due import watch
from bluegether.core.career.api.goals import add_goal
from bluegether.core.career.api.goals import change_goal
from bluegether.core.career.api.goals import goal
from bluegether.core.career.api.goals import goals
from bluegether.core.career.api.goals import say
from bluegether.core.career.api.goals import set_goal_state
from bluegether.core.career.api.handover import hand_over
from bluegether.core.career.api.handover import held
from bluegether.core.career.api.interviews import amend_agenda
from bluegether.core.career.api.interviews import cancel
from bluegether.core.career.api.interviews import hold
from bluegether.core.career.api.interviews import interview
from bluegether.core.career.api.interviews import interviews
from bluegether.core.career.api.interviews import Locked
from bluegether.core.career.api.interviews import move
from bluegether.core.career.api.interviews import Outdated
from bluegether.core.career.api.interviews import plan
from bluegether.core.career.api.interviews import share_with_manager
from bluegether.core.career.api.interviews import take
from bluegether.core.career.api.interviews import taking_part
from bluegether.core.career.api.leads import follow_company
from bluegether.core.career.api.mission import mission_of
from bluegether.core.career.api.mission import running_missions
from bluegether.core.career.api.preparation import notes
from bluegether.core.career.api.preparation import prepare
from bluegether.core.career.api.preparation import Prepared
from bluegether.core.career.api.preparation import share
from bluegether.core.career.api.privacy import archive
from bluegether.core.career.api.privacy import archived
from bluegether.core.career.api.privacy import erase
from bluegether.core.career.api.privacy import exported_data
from bluegether.core.career.api.privacy import goal_data
from bluegether.core.career.api.privacy import interview_data
from bluegether.core.career.api.privacy import wish_data
from bluegether.core.career.api.reminders import forget_archived
from bluegether.core.career.api.reminders import remind
from bluegether.core.career.api.reminders import remind_due
from bluegether.core.career.api.report import document
from bluegether.core.career.api.report import exported
from bluegether.core.career.api.report import fingerprint
from bluegether.core.career.api.report import sign
from bluegether.core.career.api.report import TextChanged
from bluegether.core.career.api.report import write_report
from bluegether.core.career.api.waiting import counts
from bluegether.core.career.api.waiting import goals_to_answer
from bluegether.core.career.api.waiting import leads_people
from bluegether.core.career.api.waiting import led_before
from bluegether.core.career.api.waiting import open_interviews
from bluegether.core.career.api.waiting import Task
from bluegether.core.career.api.waiting import tasks
from bluegether.core.career.api.waiting import wishes_to_answer
from bluegether.core.career.api.waiting import without_lead
from bluegether.core.career.api.wishes import add_wish
from bluegether.core.career.api.wishes import answer_wish
from bluegether.core.career.api.wishes import change_wish
from bluegether.core.career.api.wishes import finish_wish
from bluegether.core.career.api.wishes import wish
from bluegether.core.career.api.wishes import wishes
from bluegether.core.career.api.wishes import withdraw_wish


__all__ = [
    "Due",
    "Locked",
    "Outdated",
    "Prepared",
    "Task",
    "TextChanged",
    "add_goal",
    "add_wish",
    "amend_agenda",
    "answer_wish",
    "archive",
    "archived",
    "calendar",
    "cancel",
    "change_goal",
    "change_wish",
    "counts",
    "document",
    "due",
    "due_in_team",
    "erase",
    "expected",
    "exported",
    "exported_data",
    "fingerprint",
    "finish_wish",
    "follow_company",
    "forget_archived",
    "goal",
    "goal_data",
    "goals",
    "goals_to_answer",
    "hand_over",
    "has_career",
    "held",
    "history",
    "hold",
    "hr_people",
    "interview",
    "interview_data",
    "interviews",
    "is_hr",
    "lead_of",
    "leads_people",
    "led_before",
    "manager_at",
    "manager_of",
    "mission_of",
    "months",
    "move",
    "next_due",
    "note_earlier",
    "notes",
    "nothing",
    "open_interviews",
    "plan",
    "prepare",
    "remind",
    "remind_due",
    "running_missions",
    "say",
    "sees_interview",
    "set_goal_state",
    "setting",
    "share",
    "share_with_manager",
    "sides",
    "sign",
    "take",
    "taking_part",
    "tasks",
    "unwatch",
    "want",
    "wants",
    "watch",
    "wish",
    "wish_data",
    "wishes",
    "wishes_to_answer",
    "withdraw_wish",
    "without_lead",
    "write_report",
]
