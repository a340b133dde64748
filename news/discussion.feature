Comments with replies, mentions and simple formatting, and reactions, under every kind of content; what is hidden is hidden in REST and search too.
