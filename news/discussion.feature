Comments with replies, mentions and simple formatting, and reactions, under every kind of content; what is hidden is hidden in REST and search too.
Comments take pictures and files; drafts of posts and comments survive an expired session; links are copied by one click; limits, comments and moderation have control panels.
