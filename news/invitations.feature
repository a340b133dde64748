Invitations: single use, expiring, revocable; the account comes into being only when one is redeemed.
