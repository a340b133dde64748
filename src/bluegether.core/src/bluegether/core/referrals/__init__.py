"""Referrals: candidates and partner companies whom members bring, with their consent, to the bonus.

Storage: one annotation of the site, no content (see `storage`). Permissions: Use Referrals, Handle Referrals, View
Referral Bonuses, Set Referral Rules, Set Referrals. Deeds: `referrals.hired`, `referrals.trial_passed`.
Pages: `@@referrals`, `@@refer`, `@@referral`, `@@referral-cv`, `@@referral-consent`, `@@referrals-board`,
`@@referrals-xlsx`, `@@referral-rules`, `@@referral-rules-new`, `@@referral-bonuses`, `@@referral-payroll`,
`@@referral-figures`, `@@referrals-controlpanel`. REST: `@referrals`. See docs/referrals.md.
"""
