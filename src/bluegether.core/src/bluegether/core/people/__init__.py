"""People: accounts and how one comes into being, the company's record and everyone's own profile.

Types: `People` (the folder), `Person` (one for each account). Storage: one annotation of the site, one of each Person.
Permissions: Invite, Handle account requests, Handle personal data, View people, Own data, Close access, Sync accounts,
Edit Profile, Keep records, Manage people settings. Events: `AccountCreated`, `InvitationExpired`, `AccessChanged`,
`PersonChanged`, `PersonForgotten`. Pages: the person's, its forms, `@@accounts`, `@@invite`, `@@sync-accounts`.
"""
