"""What people of the demo wrote in the stream: days ago, who (a persona, or a unit for any of its consultants), text.

A post for a unit names it. Plain data.
"""

POSTS = (
    (
        0, "consultante",
        "Quelqu’un a-t-il déjà branché un entrepôt de données sur des journaux applicatifs sans tout recopier "
        "? Je compare deux approches pour #BanqueMeridionale, vos retours m’intéressent. #donnees",
    ),
    (
        0, "manager",
        "@consultante regarde ce qu’a fait l’équipe l’an dernier sur #Kafka, et appelle-moi, j’ai une "
        "demi-heure à 14 h.",
    ),
    (
        0, "animatrice",
        "La rencontre du réseau aura lieu le 10 décembre à 18 h 30, à Marseille et à distance. Proposez vos "
        "sujets ici avec #rencontre, chacun dix minutes.",
    ),
    (
        1, "consultant",
        "Agence Ouest : nous ouvrons un déjeuner technique le jeudi, à Nantes et en visio. Premier sujet : "
        "les tests de bout en bout. #tests #ouest",
    ),
    (
        1, "logiciel",
        "Python 3.14 en production depuis deux semaines chez le client : rien à signaler, démarrage plus "
        "rapide. #python",
    ),
    (
        1, "direction",
        "Merci pour vos questions sur les résultats du trimestre. J’y réponds toutes ici, y compris les "
        "difficiles, d’ici vendredi. #transparence",
    ),
    (
        2, "rh",
        "Rappel : les entretiens de parcours se réservent jusqu’au 15 décembre. Préparez-les avec votre "
        "manager, et dites-nous vos souhaits de formation. #carriere",
    ),
    (
        2, "cybersecurite",
        "Campagne d’hameçonnage en cours au nom d’un transporteur. Si vous avez un doute, transférez avant de "
        "cliquer. #securite",
    ),
    (
        2, "cloud-devops",
        "Petit outil du soir pour voir qui consomme quoi dans une grappe : "
        "https://kubernetes.io/docs/tasks/debug/ donne déjà presque tout. #cloud",
    ),
    (
        3, "commerce",
        "Besoin entendu chez Groupe Hespéride : deux profils #Java pour janvier, à Lille ou à distance. Qui "
        "connaît leur contexte ? #besoin",
    ),
    (
        4, "logiciel",
        "@commerce j’y ai passé un an, équipe accueillante et pile récente. Je peux en parler aux personnes "
        "intéressées. #besoin",
    ),
    (
        4, "independant",
        "Je partage mon modèle de compte rendu de mission en une page, il m’a fait gagner beaucoup "
        "d’échanges. Dites-moi si vous le voulez. #transmission",
    ),
    (
        5, "donnees-ia",
        "Lecture du week-end : comment expliquer un modèle à un comité. Notre fiche interne est prête, "
        "relecture bienvenue. #IA #donnees",
    ),
    (
        5, "redactrice",
        "Je cherche trois témoignages pour la page « Travailler chez Azurelle » : cinq lignes et une photo "
        "suffisent. Écrivez-moi ! #temoignage",
    ),
    (
        6, "ouest",
        "Ateliers d’accessibilité : nous avons navigué une journée sans souris. Humilité garantie. "
        "#accessibilite #ergonomie",
    ),
    (
        7, "partenaire",
        "Chez Nordlys nous cherchons à comparer nos pratiques de revue de code avec les vôtres. Une heure en "
        "visio la semaine prochaine ? #qualite",
    ),
    (
        7, "cloud-devops",
        "@partenaire avec plaisir, mardi 17 h ? Je viens avec notre liste de contrôle. #qualite",
    ),
    (
        8, "manager",
        "Bravo à l’équipe données : mise en production sans une minute d’interruption chez Énergies de "
        "l’Adour. #donnees",
    ),
    (
        8, "finance",
        "Les notes de frais de novembre sont remboursées le 28. Pensez aux justificatifs de train, il en "
        "manque une dizaine. #frais",
    ),
    (
        9, "logiciel",
        "Astuce : mesurer avant d’optimiser. Nous cherchions dans la base, le temps partait dans la mise en "
        "page du PDF. #performance",
    ),
    (
        10, "cybersecurite",
        "Nouveau guide interne : gérer ses secrets sans les mettre dans le dépôt. Deux pages, lisibles en "
        "cinq minutes. #securite",
    ),
    (
        10, "consultante",
        "Trois mois de mission, premier tableau de bord livré. Merci à celles et ceux qui ont répondu à mes "
        "questions ici ! #donnees",
    ),
    (
        11, "animatrice",
        "La charte version 2 est en ligne. Les deux moitiés sont à lire : vos engagements, et ceux de "
        "l’entreprise avec leur état. #charte",
    ),
    (
        12, "donnees-ia",
        "Qui a déjà comparé des modèles de langue en français sur des documents d’assurance ? Je monte un "
        "petit banc d’essai. #IA",
    ),
    (
        13, "ouest",
        "Retour de conférence à Rennes : mes notes sur la conception sobre. Moins d’écrans, moins de "
        "serveurs. #sobriete #ergonomie",
    ),
    (
        13, "commerce",
        "Signature avec la Clinique Saint-Gildas pour une deuxième année. Merci aux consultants sur place, "
        "c’est votre travail. #clients",
    ),
    (
        15, "logiciel",
        "Faut-il encore estimer en points ? Chez nous on compte les tickets, et on se trompe moins. #agilite",
    ),
    (
        15, "rh",
        "Bienvenue aux quatre personnes arrivées ce mois-ci ! Un parrain ou une marraine vous attend : si ce "
        "n’est pas le cas, dites-le-moi. #bienvenue",
    ),
    (
        16, "cloud-devops",
        "Une sauvegarde que l’on n’a pas restaurée n’existe pas. Exercice fait hier : 42 minutes. #SRE",
    ),
    (
        17, "direction",
        "Question posée en réunion : pourquoi trois niveaux de validation pour une formation ? Réponse : il "
        "n’y en aura plus qu’un à partir de janvier. #transparence",
    ),
    (
        18, "consultant",
        "Binômage à distance : nous avons essayé trois outils, le plus simple gagne. Compte rendu sur "
        "demande. #binome",
    ),
    (
        19, "cybersecurite",
        "Je propose une heure « posez toutes vos questions » sur la norme NIS 2, mercredi prochain. #securite "
        "#NIS2",
    ),
    (
        21, "donnees-ia",
        "Petite victoire : 300 Go de fichiers inutiles supprimés après avoir simplement demandé à quoi ils "
        "servaient. #sobriete #donnees",
    ),
    (
        22, "independant",
        "Des indépendants pour partager une place à l’espace de travail d’Aix le vendredi ? #reseau",
    ),
    (
        23, "logiciel",
        "Revue de code en équipe, tous les mardis, une heure, un seul fichier. Nous apprenons plus qu’en un "
        "mois de commentaires. #qualite",
    ),
    (
        24, "redactrice",
        "Le journal de novembre est en préparation : envoyez vos brèves avant jeudi. #journal",
    ),
    (
        25, "ouest",
        "Première personne de l’agence certifiée en accessibilité ! Elle prépare un atelier pour tout le "
        "monde. #accessibilite",
    ),
    (
        26, "cloud-devops",
        "Nous cherchons un relecteur pour notre guide d’exploitation. Promis, il est court. #SRE #cloud",
    ),
    (
        28, "manager",
        "Deux places pour la formation #IA de janvier, priorité aux personnes en intercontrat. Répondez ici.",
    ),
    (
        29, "commerce",
        "Ce que nos clients demandent le plus ce mois-ci : données, sécurité, reprise d’applications "
        "anciennes. #besoin #clients",
    ),
    (
        30, "logiciel",
        "Qui a un bon exemple de tests de non-régression sur des éditions PDF ? #tests #python",
    ),
    (
        31, "consultant",
        "Oui, je t’envoie notre dépôt d’exemple. #tests",
    ),
    (
        34, "donnees-ia",
        "Atelier « lire un plan d’exécution » : 12 participants, 3 requêtes accélérées en direct. On "
        "recommence ? #postgresql #performance",
    ),
    (
        36, "rh",
        "Le nouvel accord de télétravail est publié dans les documents. Vos questions ici, les réponses "
        "seront ajoutées à la page. #teletravail",
    ),
    (
        38, "cybersecurite",
        "Mots de passe : longueur plutôt que complexité, et un gestionnaire. Démonstration vendredi à 12 h "
        "30. #securite",
    ),
    (
        40, "animatrice",
        "Premier mois du fil : merci à toutes les entités, huit sur huit ont écrit ! #reseau",
    ),
    (
        43, "ouest",
        "Visite de lycéens à l’agence : la meilleure question fut « qui décide ? ». #transmission",
    ),
    (
        46, "direction",
        "J’ai ouvert mon agenda : un créneau par semaine pour qui le souhaite, sans motif à donner. "
        "#transparence",
    ),
)  # fmt: skip

FOR_UNITS = (
    (
        1, "manager",
        "Point d’entité avancé à jeudi 9 h 30. Ordre du jour : recrutement, veille, planning de décembre.",
        "donnees-ia",
    ),
    (
        3, "consultante",
        "J’ai mis à jour la liste de nos jeux d’essai, relisez-la avant jeudi si possible. #donnees",
        "donnees-ia",
    ),
    (
        4, "consultant",
        "Clés de la salle : elles sont chez l’accueil jusqu’à lundi.",
        "ouest",
    ),
    (
        6, "commerce",
        "Revue des affaires vendredi à 9 h : chacun vient avec ses trois sujets.",
        "commerce",
    ),
)  # fmt: skip
