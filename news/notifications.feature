Notifications: one centre with a bell for the whole portal, grouped, read and unread; portal, mail and browser messages by choice; digests; the right to disconnect.
