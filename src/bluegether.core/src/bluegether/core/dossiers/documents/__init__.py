"""A dossier laid out: as PDF, as DOCX."""
