Members report what breaks the charter; animators decide after the fact, with reason and article, Direction on appeal; everything is in a chained log. Limits per hour answer 429 and lose no text.
