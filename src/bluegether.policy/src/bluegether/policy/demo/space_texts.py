"""The spaces of the demo: plain data. `who` is a persona, or a unit of which consultants are drawn."""

# Each: values of the space; owner; moderators; members (personas, then (unit, how many)); documents (title, summary,
# text); dates (title, days from now, hours); posts (days ago, who, text).
SPACES = (
    {
        "values": {
            "template": "project",
            "title": "Plateforme de données interne",
            "description": "Construire la plateforme de données que nous montrerons à nos clients.",
            "public": "Équipe Données & IA, Cloud & DevOps",
            "joining": "request",
            "target_members": 12,
            "target_posts": 8,
        },
        "owner": "manager",
        "moderators": ("consultante",),
        "members": ("consultant",),
        "drawn": (("donnees-ia", 4), ("cloud-devops", 3)),
        "documents": (
            ("Décision 3 : format des tables", "Iceberg plutôt que Delta, et pourquoi.", "Nous retenons Iceberg : "
             "nos clients ont des moteurs différents, et le format doit leur survivre."),
            ("Plan de charge du trimestre", "Qui travaille sur quoi jusqu’à la démonstration.", "Ingestion : deux "
             "personnes. Catalogue : une. Supervision : une et demie."),
        ),
        "dates": (("Revue de la plateforme", 6, 2), ("Démonstration à la direction", 20, 1)),
        "posts": (
            (16, "manager", "Premier jet de l’architecture dans les documents. Vos critiques avant vendredi, surtout "
             "les désagréables. #architecture"),
            (9, "consultante", "L’ingestion tient 40 000 lignes par seconde sur une seule machine. La suite : le "
             "rejeu. #donnees"),
            (2, "consultant", "Tests de bout en bout en place : ils tournent à chaque fusion, 6 minutes. #tests"),
        ),
    },
    {
        "values": {
            "template": "community",
            "title": "Communauté Python",
            "description": "Partager pratiques, outils et erreurs autour de Python, d’une mission à l’autre.",
            "public": "Tous ceux qui écrivent du Python, ou le voudraient",
            "target_members": 20,
            "target_posts": 6,
        },
        "owner": "consultant",
        "moderators": ("redactrice",),
        "members": ("consultante", "manager", "animatrice"),
        "drawn": (("logiciel", 6), ("donnees-ia", 3)),
        "documents": (
            ("Notre modèle de projet Python", "Structure, outils, intégration continue.", "Un dossier src, ruff, "
             "pytest, un fichier de verrouillage, et rien de plus tant que rien ne le demande."),
            ("Dix erreurs vues en revue de code", "Et comment chacune se corrige.", "La première : un argument par "
             "défaut modifiable. La dernière : un test qui ne peut pas échouer."),
        ),
        "dates": (("Café Python : typage progressif", 4, 1),),
        "posts": (
            (21, "consultant", "Qui a migré un gros projet vers Python 3.13 ? Je prends tous les retours, même les "
             "mauvais. #python"),
            (12, "logiciel", "Retour de mission : uv a divisé par huit le temps d’installation en intégration "
             "continue. #python #outillage"),
            (5, "donnees-ia", "Petit piège du jour : pandas change le type d’une colonne d’entiers dès la première "
             "valeur manquante. #python"),
            (1, "logiciel", "Le café de jeudi portera sur le typage. Venez avec un bout de code que vous n’osez pas "
             "typer."),
        ),
    },
    {
        "values": {
            "template": "community",
            "title": "Sobriété numérique",
            "description": "Mesurer et réduire l’empreinte de ce que nous livrons.",
            "public": "Tout le monde",
            "target_members": 15,
            "target_posts": 4,
        },
        "owner": "redactrice",
        "moderators": (),
        "members": ("animatrice", "consultante"),
        "drawn": (("ouest", 4), ("cloud-devops", 2)),
        "documents": (
            ("Mesurer une page en dix minutes", "La méthode et les trois chiffres qui comptent.", "Poids transféré, "
             "nombre de requêtes, temps de calcul. Mesurer deux fois, garder la pire."),
        ),
        "dates": (),
        "posts": (
            (14, "redactrice", "Notre site pèse 4,1 Mo par page. Objectif : moins d’un. Qui m’aide ? #sobriete"),
            (3, "ouest", "Images redimensionnées et polices locales : 1,3 Mo. On continue. #sobriete"),
        ),
    },
    {
        "values": {
            "template": "client",
            "title": "Compte Banque Méridionale",
            "description": "Ce que partage l’équipe en mission à la Banque Méridionale.",
            "public": "Consultants en mission chez ce client, commerce",
            "visibility": "listed",
            "joining": "invitation",
            "reason": "Le contrat interdit de diffuser les documents du client hors de l’équipe.",
            "target_members": 6,
            "target_posts": 6,
        },
        "owner": "commerce",
        "moderators": ("consultante",),
        "members": (),
        "drawn": (("donnees-ia", 3),),
        "documents": (
            ("Compte rendu du comité de suivi", "Décisions et actions de la dernière séance.", "Le client prolonge "
             "l’équipe jusqu’en juin ; la recette commence le 12."),
        ),
        "dates": (("Comité de suivi", 9, 1),),
        "posts": (
            (8, "commerce", "Le client est content de la reprise de données. Merci à vous : il l’a dit deux fois."),
            (4, "consultante", "La recette commence le 12 : pas de mise en production la même semaine, s’il vous "
             "plaît."),
        ),
    },
    {
        "values": {
            "template": "training",
            "title": "Formation Kubernetes, session d’automne",
            "description": "Supports, exercices et questions de la formation de trois jours.",
            "public": "Participants de la session, et qui veut suivre",
            "target_members": 12,
            "target_posts": 6,
        },
        "owner": "rh",
        "moderators": (),
        "members": ("consultant",),
        "drawn": (("cloud-devops", 4), ("logiciel", 3)),
        "documents": (
            ("Avant de venir", "Ce qu’il faut installer et lire.", "Une machine à jour, un client kubectl, et deux "
             "heures pour le premier chapitre."),
            ("Exercices du deuxième jour", "Déployer, mettre à l’échelle, revenir en arrière.", "Chaque exercice a "
             "sa solution, repliée : cherchez d’abord."),
        ),
        "dates": (("Questions et réponses, un mois après", 12, 1),),
        "posts": (
            (18, "rh", "Bienvenue ! Présentez-vous en une phrase et dites ce que vous venez chercher."),
            (10, "cloud-devops", "Pour ceux dont le pod reste en attente : regardez d’abord les ressources demandées, "
             "puis les teintes des nœuds. #kubernetes"),
        ),
    },
    {
        "values": {
            "template": "direction",
            "title": "Dialogue avec la direction",
            "description": "Posez vos questions sur l’entreprise : la direction répond ici, devant tous.",
            "public": "Tous les membres du réseau",
            "target_members": 40,
            "target_posts": 6,
        },
        "owner": "direction",
        "moderators": ("animatrice",),
        "members": ("rh", "manager", "consultante", "consultant", "commerce", "finance", "redactrice"),
        "drawn": (("donnees-ia", 4), ("cloud-devops", 4), ("logiciel", 5), ("cybersecurite", 3), ("ouest", 4)),
        "documents": (),
        "dates": (),
        "posts": (
            (24, "direction", "Cet espace est le vôtre : demandez ce que vous ne demanderiez pas en réunion. Je "
             "m’engage à répondre sous quatorze jours, ou à dire pourquoi je ne réponds pas."),
        ),
    },
    {
        "values": {
            "template": "project",
            "title": "Projet Belharra",
            "description": "Étude du rapprochement avec un cabinet de Bordeaux.",
            "public": "Direction et finances",
            "visibility": "secret",
            "joining": "invitation",
            "reason": "Accord de confidentialité signé jusqu’à l’annonce.",
            "target_members": 4,
            "target_posts": 4,
        },
        "owner": "direction",
        "moderators": (),
        "members": ("finance", "rh"),
        "drawn": (),
        "documents": (
            ("Calendrier du rapprochement", "Étapes jusqu’à l’annonce.", "Audit en décembre, information du comité "
             "en janvier."),
        ),
        "dates": (("Point avec les conseils", 5, 1),),
        "posts": ((6, "finance", "Les comptes des trois dernières années sont arrivés. Lecture commune jeudi."),),
    },
    {
        "values": {
            "template": "project",
            "title": "Déménagement de l’agence Ouest",
            "description": "Préparer et réussir le passage dans les nouveaux bureaux de Nantes.",
            "public": "Agence Ouest, fonctions support",
            "joining": "free",
            "target_members": 8,
            "target_posts": 4,
        },
        "owner": "finance",
        "moderators": (),
        "members": ("rh",),
        "drawn": (("ouest", 5),),
        "documents": (
            ("Bilan du déménagement", "Ce qui a marché, ce qui a coûté, ce qu’on referait.", "Deux jours de coupure "
             "au lieu d’un : la fibre n’était pas prête."),
        ),
        "dates": (),
        "posts": ((95, "finance", "C’est fait : merci aux cartons, et à ceux qui les ont portés."),),
        "archived": True,
    },
)  # fmt: skip

# Of the dialogue: (days ago, author or "" for nobody, question, how many voted, days until the answer or None, answer).
QUESTIONS = (
    (23, "consultante", "Les primes de cooptation seront-elles revues cette année ?", 14, 6,
     "Oui : le nouveau barème est dans la charte depuis le mois dernier, et il vaut aussi pour les cooptations en "
     "cours."),
    (19, "", "Pourquoi deux responsables d’entité sont-ils partis au printemps ?", 19, 9,
     "L’un a créé son entreprise, l’autre rejoint un client. Aucun n’est parti en désaccord ; je leur ai demandé, et "
     "ils m’ont autorisée à l’écrire."),
    (15, "consultant", "Le télétravail à trois jours sera-t-il possible hors mission ?", 11, None, ""),
    (8, "", "Le chiffre d’affaires de l’agence Ouest permet-il de la garder ouverte ?", 16, None, ""),
    (6, "commerce", "Pouvons-nous avoir les objectifs commerciaux par trimestre, et plus seulement par an ?", 7, None,
     ""),
    (3, "redactrice", "Une journée par an pour une cause : l’idée est-elle toujours sur la table ?", 5, None, ""),
)  # fmt: skip
