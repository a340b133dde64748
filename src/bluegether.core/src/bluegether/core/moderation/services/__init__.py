"""REST of moderation."""
