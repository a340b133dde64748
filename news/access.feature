HR and administrators end an access at a date, animators too suspend one; both hold at once on every channel, for sessions and tokens given out earlier too.
