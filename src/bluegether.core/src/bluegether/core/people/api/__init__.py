"""The verbs and questions of people: accounts, kinds, units, profiles, invitations, requests, a person's data."""

from bluegether.core.people.api.absence import Away
from bluegether.core.people.api.absence import away
from bluegether.core.people.api.absence import away_note
from bluegether.core.people.api.absence import away_until
from bluegether.core.people.api.access import animators
from bluegether.core.people.api.access import can_end_access
from bluegether.core.people.api.access import can_suspend
from bluegether.core.people.api.access import end_access
from bluegether.core.people.api.access import hr_referents
from bluegether.core.people.api.access import keep_access
from bluegether.core.people.api.access import MAX_REASON
from bluegether.core.people.api.access import resume
from bluegether.core.people.api.access import suspend
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import account_of
from bluegether.core.people.api.accounts import accounts
from bluegether.core.people.api.accounts import arrived_before
from bluegether.core.people.api.accounts import Batch
from bluegether.core.people.api.accounts import create_account
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.accounts import follow_profile
from bluegether.core.people.api.accounts import is_new
from bluegether.core.people.api.accounts import member_named
from bluegether.core.people.api.accounts import named
from bluegether.core.people.api.accounts import newcomers
from bluegether.core.people.api.accounts import userids
from bluegether.core.people.api.audience import allowed_audiences
from bluegether.core.people.api.audience import audience_of
from bluegether.core.people.api.audience import Reading
from bluegether.core.people.api.audience import reading
from bluegether.core.people.api.audience import sees_group
from bluegether.core.people.api.audience import sees_person
from bluegether.core.people.api.authorship import disown_content
from bluegether.core.people.api.authorship import made_by
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_access
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.closings import is_suspended
from bluegether.core.people.api.company import can_update_account
from bluegether.core.people.api.company import manager_of
from bluegether.core.people.api.company import team
from bluegether.core.people.api.company import update_account
from bluegether.core.people.api.completion import Completion
from bluegether.core.people.api.completion import completion
from bluegether.core.people.api.due import sweep
from bluegether.core.people.api.editing import can_edit_profile
from bluegether.core.people.api.editing import change_audience
from bluegether.core.people.api.editing import change_photo
from bluegether.core.people.api.editing import revision
from bluegether.core.people.api.editing import update_profile
from bluegether.core.people.api.expiry import certification
from bluegether.core.people.api.expiry import expiring
from bluegether.core.people.api.expiry import remind_expiring
from bluegether.core.people.api.faces import face
from bluegether.core.people.api.facets import Facet
from bluegether.core.people.api.facets import facets
from bluegether.core.people.api.facets import follow_merge
from bluegether.core.people.api.facets import naming_skill
from bluegether.core.people.api.facets import own_facets
from bluegether.core.people.api.heirs import give_invitations
from bluegether.core.people.api.heirs import give_team
from bluegether.core.people.api.heirs import open_invitations_of
from bluegether.core.people.api.identities import identified
from bluegether.core.people.api.identities import identify
from bluegether.core.people.api.identities import identities_of
from bluegether.core.people.api.identities import invited
from bluegether.core.people.api.identities import link_identity
from bluegether.core.people.api.identities import unlink_identities
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
from bluegether.core.people.api.persons import container
from bluegether.core.people.api.persons import ensure_container
from bluegether.core.people.api.persons import person
from bluegether.core.people.api.privacy import can_handle_data
from bluegether.core.people.api.privacy import can_see
from bluegether.core.people.api.privacy import erase
from bluegether.core.people.api.privacy import erase_left
from bluegether.core.people.api.privacy import forget
from bluegether.core.people.api.privacy import held
from bluegether.core.people.api.privacy import personal_data
from bluegether.core.people.api.profile import exported_profile
from bluegether.core.people.api.profile import photo
from bluegether.core.people.api.profile import searched_text
from bluegether.core.people.api.profile import shown
from bluegether.core.people.api.profile import values_of
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
from bluegether.core.people.api.roles import is_hr
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.api.rules import EMPLOYMENTS
from bluegether.core.people.api.rules import KINDS
from bluegether.core.people.api.rules import MAX_EMAIL
from bluegether.core.people.api.rules import MAX_JOB
from bluegether.core.people.api.rules import MAX_NAME
from bluegether.core.people.api.rules import units
from bluegether.core.people.api.rules import USERID
from bluegether.core.people.api.sheet import MAX_BYTES
from bluegether.core.people.api.sheet import MAX_ROWS
from bluegether.core.people.api.sync import apply_sync
from bluegether.core.people.api.sync import can_sync
from bluegether.core.people.api.sync import keep_export
from bluegether.core.people.api.sync import kept_export
from bluegether.core.people.api.sync import plan_sync
from bluegether.core.people.api.sync_plan import Plan as SyncPlan
from bluegether.core.people.api.sync_sheet import MAX_BYTES as MAX_EXPORT
from bluegether.core.people.api.upgrade import ensure
from bluegether.core.people.api.withheld import discard_withheld
from bluegether.core.people.api.withheld import give_back
from bluegether.core.people.api.withheld import is_withheld
from bluegether.core.people.api.withheld import withhold


__all__ = [
    "EMPLOYMENTS",
    "KINDS",
    "MAX_BYTES",
    "MAX_EMAIL",
    "MAX_EXPORT",
    "MAX_JOB",
    "MAX_MESSAGE",
    "MAX_NAME",
    "MAX_REASON",
    "MAX_ROWS",
    "REQUEST_STATES",
    "STATES",
    "USERID",
    "Away",
    "Batch",
    "Completion",
    "Facet",
    "Reading",
    "SyncPlan",
    "accept_request",
    "account",
    "account_of",
    "account_request",
    "account_requests",
    "accounts",
    "allowed_audiences",
    "animators",
    "apply_sync",
    "arrived_before",
    "audience_of",
    "away",
    "away_note",
    "away_until",
    "can_edit_profile",
    "can_end_access",
    "can_handle_data",
    "can_handle_requests",
    "can_invite",
    "can_see",
    "can_suspend",
    "can_sync",
    "can_update_account",
    "certification",
    "change_audience",
    "change_photo",
    "closing",
    "completion",
    "container",
    "create_account",
    "decline",
    "discard_withheld",
    "disown_content",
    "end_access",
    "ensure",
    "ensure_container",
    "erase",
    "erase_left",
    "expiring",
    "exported_profile",
    "face",
    "facets",
    "folded",
    "follow_merge",
    "follow_profile",
    "forget",
    "give_back",
    "give_invitations",
    "give_team",
    "has_access",
    "has_ended",
    "held",
    "hr_referents",
    "identified",
    "identify",
    "identities_of",
    "invitation",
    "invitation_by_id",
    "invitations",
    "invite",
    "invite_upload",
    "invited",
    "is_hr",
    "is_new",
    "is_suspended",
    "is_withheld",
    "keep_access",
    "keep_export",
    "keep_upload",
    "kept_export",
    "link_identity",
    "made_by",
    "manager_of",
    "member_named",
    "named",
    "naming_skill",
    "newcomers",
    "open_invitations_of",
    "own_facets",
    "password_link",
    "person",
    "personal_data",
    "photo",
    "plan_sync",
    "plan_upload",
    "reading",
    "redeem",
    "refuse_request",
    "rejected_lines",
    "remind_expiring",
    "request_account",
    "resend",
    "resume",
    "revision",
    "revoke",
    "roles_of",
    "searched_text",
    "sees_group",
    "sees_person",
    "shown",
    "state_of",
    "suspend",
    "sweep",
    "takes_requests",
    "team",
    "units",
    "unlink_identities",
    "update_account",
    "update_profile",
    "userids",
    "values_of",
    "waiting_requests",
    "withhold",
]
