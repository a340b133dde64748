"""Launcher: links to the company's business applications, for whom each is, in the order that everyone chooses.

An application is no content: a title that is not for somebody is in no catalog. Addresses may carry who follows them,
never a secret. Types: none.
Permissions: bluegether.UseApps (members), bluegether.ManageApps (animators, administrators).
Pages: `@@apps`, `@@apps-manage`, `@@app-edit`. REST: `@apps`.
"""
