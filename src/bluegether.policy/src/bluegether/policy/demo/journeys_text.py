"""Steps of arrivals of the demo, and what newcomers said. Plain data."""

# (day, who, title, explanation, link)
CONSULTANT_STEPS = (
    (1, "hr", "Remettre le matériel et le badge", "Ordinateur configuré, téléphone, badge, accès à la messagerie.", ""),
    (1, "manager", "Accueillir et présenter l’équipe", "Une demi-heure : qui fait quoi, la première semaine.", ""),
    (1, "newcomer", "Relire la charte au calme", "Elle dit aussi ce que l’entreprise vous doit.", "/@@charter"),
    (2, "newcomer", "Vous présenter", "Une photo et deux phrases suffisent pour commencer.", "/@@profile"),
    (3, "buddy", "Déjeuner ensemble", "Sans ordre du jour : les questions que l’on n’ose pas poser en réunion.", ""),
    (7, "newcomer", "Indiquer trois compétences", "On vous trouve grâce à elles.", "/@@profile"),
    (7, "manager", "Bilan de la première semaine", "Ce qui était clair, ce qui a manqué, la suite.", ""),
    (14, "newcomer", "Dire bonjour dans le fil", "Quelques mots sur votre métier ; on vous répondra.", "/@@stream"),
    (30, "manager", "Faire le point du premier mois", "Les objectifs des deux prochains mois, par écrit.", ""),
    (30, "hr", "Appeler : contrat, paie, mutuelle", "Dix minutes pour vérifier que tout est en ordre.", ""),
    (60, "buddy", "Présenter deux personnes d’autres agences", "Des gens que l’on n’aurait pas croisés.", ""),
    (90, "manager", "Faire le point des trois mois", "Fin de la période d’essai : ce qui est acquis, la suite.", ""),
    (90, "newcomer", "Dire ce qui vous aurait aidé", "Les prochaines arrivées partiront de votre réponse.", ""),
)  # fmt: skip
STAFF_STEPS = (
    (1, "hr", "Remettre le matériel et le badge", "Ordinateur configuré, badge, accès aux outils de gestion.", ""),
    (1, "manager", "Accueillir et présenter l’équipe", "", ""),
    (1, "newcomer", "Relire la charte au calme", "", "/@@charter"),
    (5, "newcomer", "Passer une journée avec une agence", "Pour voir le métier là où il se fait.", ""),
    (30, "manager", "Faire le point du premier mois", "", ""),
    (90, "manager", "Faire le point des trois mois", "", ""),
)
TEMPLATES = (
    ("Consultantes et consultants", ("consultant",), CONSULTANT_STEPS),
    ("Équipe interne", ("staff", "direction"), STAFF_STEPS),
)
# Answers to the question of day 30: (1 to 5, words); taken in turn.
ANSWERS = (
    (4, "Très bon accueil de l’agence. Il m’a manqué un plan de la première semaine chez le client."),
    (5, "Mon binôme a répondu à tout. Continuez."),
)
# What has to be done, besides, before the departure that is to come: (title, days before the last day)
TASKS = (("Former la relève sur les flux Hespéride", 12), ("Rendre le badge du client", 1))
