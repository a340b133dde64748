Expertise: colleagues endorse skills and are asked to; experts by published rules, found by skill.
