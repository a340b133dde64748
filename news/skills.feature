Skills: a shared taxonomy of 700 IT skills in French and English with synonyms, kept by the animator; fields and suggestions for every form.
