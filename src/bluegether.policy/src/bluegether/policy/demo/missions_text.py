"""The clients of the demo beside those of the company, and what its missions are about. Plain data, in French."""

# Clients beyond `company.CLIENTS`: name, sector, city, confidential.
MORE_CLIENTS = (
    ("Laboratoires Orsenne", "Santé", "Lyon", False),
    ("Coopérative des Grands Caps", "Agroalimentaire", "Brest", False),
    ("Mutuelle du Levant", "Assurance", "Marseille", False),
    ("Arsenal de Kervegan", "Défense", "Lorient", True),
)
STREETS = ("12 rue des Docks", "4 place du Marché", "87 avenue de la Gare", "3 quai des Brumes", "25 boulevard Carnot")
CONTACTS = (
    ("Isabelle Fourcade", "Directrice des systèmes d’information"),
    ("Marc Delaunay", "Responsable des études"),
    ("Sandrine Le Guen", "Cheffe de projet"),
    ("Patrick Amsellem", "Acheteur de prestations"),
    ("Virginie Castel", "Responsable de la production"),
    ("Yvan Petitjean", "Architecte d’entreprise"),
)
OBJECTIVES = {
    "donnees-ia": (
        "Livrer le premier tableau de bord en six semaines",
        "Mesurer la qualité des données chaque nuit",
        "Former deux personnes de l’équipe à la reprise",
    ),
    "cloud-devops": (
        "Ramener le déploiement sous un quart d’heure",
        "Réduire les alertes de nuit de moitié",
        "Écrire le plan de reprise et l’éprouver une fois",
    ),
    "logiciel": (
        "Mettre en ligne une version toutes les deux semaines",
        "Couvrir les calculs par des tests automatiques",
        "Transmettre le code à l’équipe du client",
    ),
    "cybersecurite": (
        "Établir la carte des risques avec les métiers",
        "Corriger les failles critiques avant l’audit",
        "Animer un exercice de crise",
    ),
    "ouest": (
        "Tenir le calendrier voté au lancement",
        "Rendre les écrans accessibles (RGAA)",
        "Installer un point hebdomadaire avec les usagers",
    ),
}
CONTEXTS = (
    "Équipe de huit personnes, deux jours de télétravail par semaine, réunions le mardi matin.",
    "Reprise d’un travail commencé par un autre prestataire ; documentation à compléter.",
    "Programme de deux ans, comité mensuel avec la direction du client.",
    "Petite équipe, grande autonomie ; les décisions se prennent avec le métier.",
)
REASONS = ("Budget du client réduit au second semestre.", "Projet livré avant la date prévue.")
REPLACED = "Congé parental ; le client souhaite garder le même niveau."
# What was said at the end: by the consultant, by the account manager (marks from 1 to 5, then words).
SAID = (
    (
        {"content": 5, "support": 4, "conditions": 4},
        "Une équipe qui écoute, un sujet neuf. Les trois premières semaines sans accès ont été longues.",
        {"client": 5, "work": 5},
        "Le client redemande quelqu’un de ce niveau pour la suite ; il cite la qualité des tests.",
    ),
    (
        {"content": 3, "support": 4, "conditions": 2},
        "Beaucoup de trajets et peu de décisions. J’ai appris à dire non avec des chiffres.",
        {"client": 4, "work": 4},
        "Satisfait malgré un périmètre mouvant. À proposer sur un sujet mieux cadré.",
    ),
)
