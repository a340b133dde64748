"""Skills that consultants of the demo have, by family. Plain data."""

# Family -> skills.
SKILLS = {
    "Données & IA": (
        "SQL", "Python", "Spark", "Airflow", "dbt", "Kafka", "Power BI", "Apprentissage automatique",
        "Traitement du langage", "Gouvernance des données",
    ),
    "Cloud & DevOps": (
        "Kubernetes", "Terraform", "Ansible", "AWS", "Azure", "Google Cloud", "Intégration continue",
        "Prometheus", "Linux", "Réseaux",
    ),
    "Développement": (
        "Java", "Spring", "FastAPI", "Plone", "Django", "TypeScript", "React", "PostgreSQL", "API REST",
        "Tests automatisés", "Accessibilité numérique",
    ),
    "Cybersécurité": (
        "ISO 27001", "EBIOS RM", "Tests d’intrusion", "Analyse de journaux", "Réponse à incident",
        "Gestion des identités",
    ),
    "Méthodes": (
        "Scrum", "Cadrage de projet", "Conduite du changement", "Animation d’ateliers", "Rédaction technique",
        "Formation",
    ),
}  # fmt: skip

# Unit -> families that its people draw from.
FAMILIES = {
    "donnees-ia": ("Données & IA", "Méthodes"),
    "cloud-devops": ("Cloud & DevOps", "Cybersécurité"),
    "logiciel": ("Développement", "Méthodes"),
    "cybersecurite": ("Cybersécurité", "Cloud & DevOps"),
    "ouest": ("Développement", "Cloud & DevOps", "Méthodes"),
}
