"""REST of referrals."""
