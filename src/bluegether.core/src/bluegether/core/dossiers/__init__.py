"""Dossiers: the dossier de compétences as DOCX and PDF."""
