"""Rewards: the win-win ledger. Points and amounts from published rules, a catalogue, figures that everyone may read.

Storage: one annotation of the site (see `storage`). Permissions: BlueGether: View Rewards, Write Reward Rules, Keep
Reward Catalogue, Handle Reward Orders, Reverse Rewards, Pay Rewards. Contract: `kit.interfaces.IDeed` is listened to,
kinds are `kit.interfaces.IDeedKind`; no room is imported for them. Pages: `@@my-rewards`, `@@rewards`,
`@@rewards-rules`, `@@rewards-draft`, `@@reward-rule`, `@@reward-item`, `@@rewards-orders`, `@@rewards-leaderboard`,
`@@rewards-figures`, `@@rewards-due`, `@@rewards-reverse`. REST: `@ledger`, `@rewards`.
Notices: `rewards.*`. See docs/rewards.md.
"""
