"""The charter: what everyone accepts before receiving credentials.

Types: `Charter` holds `CharterVersion`s (workflow `charter_workflow`). Storage: one annotation of the site.
Permissions: Write, Approve, Put in Force, Withdraw, Update Commitments, View Commitments, Read, View Register, Set.
Events: `CharterPutInForce`, `CharterSigned`. Pages: `@@charter`, `@@charter-sign`, `@@join`, `@@commitments`,
`@@charter-register`, `@@charter-text`, `@@charter-new`, `@@charter-settings`. See docs/charter.md.
"""
