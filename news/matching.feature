Matching: who fits a need and which needs fit me, ranked by what the reader may see, every number with its reason; skills against needs as a picture.
