"""The charter: what everyone accepts before receiving credentials."""
