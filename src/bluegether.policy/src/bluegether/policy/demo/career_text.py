"""What people of the demo wrote about their careers. Plain data; {name} is a first name."""

# (days ago, title, why, horizon, state, thread of (days later, who: person, manager or hr, text))
SOFIA_GOALS = (
    (
        310,
        "Devenir architecte données",
        "Je conçois déjà une partie des flux de la mission Hespéride. Je veux porter l’architecture d’un "
        "projet entier, "
        "du choix des outils jusqu’à la mise en production.",
        "years",
        "open",
        (
            (
                4,
                "manager",
                "D’accord avec cette direction. Je te propose de tenir l’architecture du prochain lot "
                "Hespéride, avec une revue toutes les deux semaines.",
            ),
            (60, "person", "Première revue passée : le modèle d’événements est retenu par le client."),
            (
                95,
                "hr",
                "Le parcours Architecte existe : deux modules sont ouverts au printemps, je les inscris à ton plan.",
            ),
            (270, "person", "Deuxième lot en production. Il me manque encore l’expérience du chiffrage."),
        ),
    ),
    (
        240,
        "Présenter un retour d’expérience à la communauté Données",
        "Parler en public me coûte, et ce que nous avons appris sur Kafka peut servir à d’autres.",
        "year",
        "reached",
        (
            (3, "manager", "Bonne idée. Inscris-toi à la session de juin, je relis tes diapositives."),
            (120, "person", "C’est fait : quarante personnes, et trois questions auxquelles je n’avais pas pensé."),
        ),
    ),
    (
        5,
        "Obtenir la certification Terraform Associate",
        "Demandée dans deux appels d’offres sur trois.",
        "quarter",
        "open",
        (),
    ),
)
# (days ago, title, why, skill, urgency, answer or None: (days later, answer, days from now or None, reason))
SOFIA_WISHES = (
    (
        150,
        "Apache Kafka, administration avancée",
        "Je reprends l’exploitation des flux de la mission en janvier.",
        "Apache Kafka",
        "high",
        (9, "accepted", 38, "Session interentreprises à Lyon, trois jours."),
    ),
    (
        200,
        "Management de projet, niveau 2",
        "Pour encadrer une petite équipe.",
        "",
        "low",
        (20, "refused", None, "Le niveau 1 est un prérequis : il est proposé à toute l’entité en mars."),
    ),
    (
        12,
        "Anglais professionnel, prise de parole",
        "La prochaine phase se fait avec une équipe à Dublin.",
        "",
        "normal",
        None,
    ),
)
SOFIA_NEXT = (
    "Rester dans les données, sur un projet que je prends depuis le cadrage. Secteur public ou santé, "
    "région lyonnaise, "
    "deux jours de télétravail. À partir de mars, quand le lot 3 sera livré."
)
# Goals and wishes that other people of the manager's unit wrote: taken in this order.
GOALS = (
    (
        "Passer de la préparation des données à la modélisation",
        "Je veux comprendre ce que deviennent mes jeux de données.",
        "year",
    ),
    ("Encadrer une alternante", "Transmettre, et vérifier que ce métier me plaît.", "year"),
    (
        "Changer de secteur après quatre ans de banque",
        "Pour apprendre un autre métier avant de m’installer.",
        "quarter",
    ),
)
WISHES = (
    ("dbt, de zéro à la production", "Le client abandonne ses procédures stockées.", "normal"),
    ("Éthique et IA : cadre européen", "On nous pose la question à chaque avant-vente.", "low"),
    ("Kubernetes pour les développeurs", "Tout ce que je livre part dans un cluster que je ne sais pas lire.", "high"),
)
SIGNED_REPORT = (
    "Année solide : la mission Hespéride est livrée dans les délais, le client demande une prolongation.\n\n"
    "Ce qui a été difficile : trois mois sans relecture de code. Une revue croisée avec l’équipe "
    "Plateforme commence en "
    "janvier.\n\nSofia souhaite évoluer vers l’architecture. Nous en faisons l’objectif principal de l’année."
)
SIGNED_DECISIONS = (
    ("Tenir l’architecture du lot 2, avec revue toutes les deux semaines", "person", 120),
    ("Trouver un relecteur dans l’équipe Plateforme", "manager", 30),
    ("Inscrire Sofia au parcours Architecte", "hr", 60),
)
HALF_REPORT = (
    "La mission convient à Sofia : l’équipe est soudée, le rythme est tenable.\n\n"
    "Le télétravail passe à deux jours par semaine à partir de janvier. Le trajet du lundi reste pénible "
    "; on demande au "
    "client de décaler le point de 8 h 30."
)
HALF_DECISIONS = (("Demander au client de décaler le point du lundi", "manager", 14),)
MANAGER_NOTES = (
    "À aborder : le chiffrage, que Sofia n’a pas encore pratiqué ; la suite après le lot 3 ; le parcours Architecte.\n"
    "Retour du client : très bon, souhaite la garder jusqu’en juin."
)
SOFIA_NOTES = (
    "Ce dont je suis fière : le lot 2, et la présentation de juin.\nCe que je demande : participer à une "
    "avant-vente, et "
    "savoir avant février ce qui suit la mission."
)
OTHER_REPORT = (
    "Mission prolongée de six mois. {name} souhaite moins de support et davantage de développement ; le "
    "manager en parle "
    "avec le client avant la fin du mois."
)
CANCELLED = "Déplacement chez le client ; nouvelle date à fixer en janvier."
CALL = "https://visio.azurelle.example/entretien"
HR_REPORT = "Une année de recrutements tenus. Priorité de l’année : les parcours de formation et leur suivi."
