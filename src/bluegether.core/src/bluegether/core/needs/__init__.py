"""Needs: what clients ask for, from the first call to the proposal, translated with the network.

Types: `Needs` (the folder `/needs`), `Need` (workflow `need_workflow`). Storage: one annotation of the site (compact
records, a log for the figures), one of each need (candidates, suggestions, history).
Permissions: View Needs, Apply to Needs, Manage Needs, Handle Candidates, View All Needs. Amounts: `missions`' own.
Events: `NeedOpened`, `NeedChanged`. Pages: the need's, its forms, `@@needs`, `@@needs-for-me`, `@@need-candidates`,
`@@needs-figures`. REST: `@candidates`, `@suggestions`, `@workflow`. See docs/needs.md.
"""
