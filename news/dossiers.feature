Dossiers de compétences as page, Word and PDF, named or anonymous, in French or English, without confidential clients and rates; the person is told who made one; profiles are kept fresh.
