"""Spaces: where people work together: documents, agenda, pages, a stream, with their own members and rules.

Types: `Spaces` (the folder `<portal>/spaces`), `Space`. Storage: one annotation of the site (see `storage`): who is a
member; content of a space never knows. A PAS plug-in (`groups`) makes groups of it, `space:<uid>` and
`space:<uid>:<role>`, which have local roles on the space: a change of membership indexes nothing.
Permissions: BlueGether: Add Space, View Spaces, Know Space, Configure Space. Events: `Joined`, `Left`, `SpaceCreated`.
Pages: `spaces` (the directory), `@@space-new`, `@@space` with its tabs, `@@space-members`, `@@space-join`,
`@@space-leave`, `@@space-settings`, `@@space-question`. REST: `@spaces`.
"""
