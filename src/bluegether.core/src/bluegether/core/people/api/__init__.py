"""The verbs and questions of people: accounts, kinds, units, invitations, requests, a person's data."""

from bluegether.core.people.api.access import can_end_access
from bluegether.core.people.api.access import can_suspend
from bluegether.core.people.api.access import end_access
from bluegether.core.people.api.access import hr_referents
from bluegether.core.people.api.access import keep_access
from bluegether.core.people.api.access import MAX_REASON
from bluegether.core.people.api.access import resume
from bluegether.core.people.api.access import suspend
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import accounts
from bluegether.core.people.api.accounts import Batch
from bluegether.core.people.api.accounts import create_account
from bluegether.core.people.api.accounts import follow_profile
from bluegether.core.people.api.accounts import newcomers
from bluegether.core.people.api.accounts import userids
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_access
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.closings import is_suspended
from bluegether.core.people.api.due import sweep
from bluegether.core.people.api.invitations import can_invite
from bluegether.core.people.api.invitations import decline
from bluegether.core.people.api.invitations import invitation
from bluegether.core.people.api.invitations import invitation_by_id
from bluegether.core.people.api.invitations import invitations
from bluegether.core.people.api.invitations import invite
from bluegether.core.people.api.invitations import password_link
from bluegether.core.people.api.invitations import redeem
from bluegether.core.people.api.invitations import resend
from bluegether.core.people.api.invitations import revoke
from bluegether.core.people.api.invitations import state_of
from bluegether.core.people.api.invitations import STATES
from bluegether.core.people.api.many import invite_upload
from bluegether.core.people.api.many import keep_upload
from bluegether.core.people.api.many import plan_upload
from bluegether.core.people.api.many import rejected_lines
from bluegether.core.people.api.privacy import can_handle_data
from bluegether.core.people.api.privacy import can_see
from bluegether.core.people.api.privacy import erase
from bluegether.core.people.api.privacy import erase_left
from bluegether.core.people.api.privacy import forget
from bluegether.core.people.api.privacy import held
from bluegether.core.people.api.privacy import personal_data
from bluegether.core.people.api.requests import accept_request
from bluegether.core.people.api.requests import account_request
from bluegether.core.people.api.requests import account_requests
from bluegether.core.people.api.requests import can_handle_requests
from bluegether.core.people.api.requests import MAX_MESSAGE
from bluegether.core.people.api.requests import refuse_request
from bluegether.core.people.api.requests import request_account
from bluegether.core.people.api.requests import REQUEST_STATES
from bluegether.core.people.api.requests import takes_requests
from bluegether.core.people.api.requests import waiting_requests
from bluegether.core.people.api.rules import EMPLOYMENTS
from bluegether.core.people.api.rules import KINDS
from bluegether.core.people.api.rules import MAX_EMAIL
from bluegether.core.people.api.rules import MAX_JOB
from bluegether.core.people.api.rules import MAX_NAME
from bluegether.core.people.api.rules import units
from bluegether.core.people.api.rules import USERID
from bluegether.core.people.api.sheet import MAX_BYTES
from bluegether.core.people.api.sheet import MAX_ROWS


__all__ = [
    "EMPLOYMENTS",
    "KINDS",
    "MAX_BYTES",
    "MAX_EMAIL",
    "MAX_JOB",
    "MAX_MESSAGE",
    "MAX_NAME",
    "MAX_REASON",
    "MAX_ROWS",
    "REQUEST_STATES",
    "STATES",
    "USERID",
    "Batch",
    "accept_request",
    "account",
    "account_request",
    "account_requests",
    "accounts",
    "can_end_access",
    "can_handle_data",
    "can_handle_requests",
    "can_invite",
    "can_see",
    "can_suspend",
    "closing",
    "create_account",
    "decline",
    "end_access",
    "erase",
    "erase_left",
    "follow_profile",
    "forget",
    "has_access",
    "has_ended",
    "held",
    "hr_referents",
    "invitation",
    "invitation_by_id",
    "invitations",
    "invite",
    "invite_upload",
    "is_suspended",
    "keep_access",
    "keep_upload",
    "newcomers",
    "password_link",
    "personal_data",
    "plan_upload",
    "redeem",
    "refuse_request",
    "rejected_lines",
    "request_account",
    "resend",
    "resume",
    "revoke",
    "state_of",
    "suspend",
    "sweep",
    "takes_requests",
    "units",
    "userids",
    "waiting_requests",
]
