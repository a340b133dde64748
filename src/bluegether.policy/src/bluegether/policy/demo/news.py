"""News of the demo company, spread over the last weeks. Plain data."""

# (id, days ago, author's user id, title, description, HTML)
NEWS = (
    (
        "charte-version-2", 20, "animatrice",
        "La charte change : lisez la version 2",
        "Quatre nouveaux articles, dont le droit au repos et l’usage de l’IA.",
        "<p>Après six semaines d’échanges, la direction a approuvé la deuxième version de notre charte. Elle engage "
        "l’entreprise autant que chacun de nous : répondre aux questions sous dix jours, se rencontrer toutes les six "
        "semaines en mission, laisser les soirées tranquilles.</p><p>À votre prochaine visite, le portail vous la "
        "présente avec ce qui a changé. Comptez cinq minutes. Vos questions sont les bienvenues en commentaire.</p>",
    ),
    (
        "resultats-troisieme-trimestre", 16, "direction",
        "Troisième trimestre : où nous en sommes",
        "Chiffre d’affaires, recrutements, intercontrat : les chiffres, et ce que nous en faisons.",
        "<p>Le chiffre d’affaires progresse de 6 % sur un an. L’intercontrat moyen passe de 14 à 11 jours, grâce aux "
        "besoins partagés plus tôt sur le portail. Nous recruterons sept personnes d’ici mars, dont trois à l’agence "
        "Ouest.</p><p>Deux points ne vont pas assez vite : les réponses à vos questions et le renouvellement du "
        "matériel. Nous y reviendrons dans un mois, chiffres à l’appui.</p>",
    ),
    (
        "agence-ouest-demenage", 13, "redactrice",
        "L’agence Ouest s’installe sur l’île de Nantes",
        "Nouveaux locaux à dix minutes de la gare, ouverts à tous les membres du réseau.",
        "<p>Les cartons sont faits : l’équipe de Julien et de ses collègues accueille désormais les consultants de "
        "passage au 12, quai des Antilles. Quatre postes libres chaque jour, une salle d’atelier, et un café digne de "
        "ce nom.</p><p>Pour venir, il suffit de prévenir la veille.</p>",
    ),
    (
        "retour-plateforme-donnees", 10, "manager",
        "Retour d’expérience : une plateforme de données en neuf mois",
        "Ce qui a marché, ce que nous referions autrement, sans rien dire du client.",
        "<p>Trois consultantes et un consultant ont livré une plateforme de données dans le secteur bancaire. Leur "
        "leçon tient en une phrase : « le catalogue de données d’abord, les tuyaux ensuite ». Ils présentent leur "
        "retour vendredi à 9 h, sur place et à distance.</p>",
    ),
    (
        "entretiens-annuels", 8, "rh",
        "Entretiens annuels : c’est vous qui écrivez",
        "La campagne commence. Votre préparation est le point de départ de l’entretien, et non l’inverse.",
        "<p>Cette année, l’entretien part de votre texte : bilan, envies, formation, prochaine mission. Votre "
        "responsable le lit avant de vous rencontrer et y répond par écrit. Le modèle est dans les documents.</p>",
    ),
    (
        "alerte-hameconnage", 6, "redactrice",
        "Attention : faux courriels de remboursement de frais",
        "Un message imite notre service financier. Voici comment le reconnaître.",
        "<p>Plusieurs d’entre vous ont reçu un message qui promet un « remboursement exceptionnel ». L’adresse "
        "d’expédition ne se termine pas par notre domaine et le lien demande votre mot de passe. Ne cliquez pas ; "
        "transférez-le à la cybersécurité.</p>",
    ),
    (
        "formations-de-novembre", 5, "animatrice",
        "Les vendredis de formation : le programme",
        "Accessibilité numérique, Terraform, prise de parole : trois sessions ouvertes à tous.",
        "<ul><li>Accessibilité numérique : tester sans souris.</li><li>Terraform : des modules que l’on relit.</li>"
        "<li>Prendre la parole devant un comité de direction.</li></ul><p>Inscription libre, indépendants compris.</p>",
    ),
    (
        "nouveaux-arrivants", 3, "rh",
        "Bienvenue à celles et ceux qui arrivent",
        "Quatre personnes rejoignent le réseau ce mois-ci. Dites-leur bonjour.",
        "<p>Elles arrivent en ingénierie logicielle, en cybersécurité et à l’agence Ouest. Chacune a une marraine ou "
        "un parrain. Passez les voir, ou écrivez-leur un mot : les trente premiers jours comptent double.</p>",
    ),
    (
        "le-portail-evolue", 1, "animatrice",
        "Le portail fait peau neuve",
        "Une seule entrée pour les actualités, les documents et le réseau.",
        "<p>Bienvenue sur BlueGether. Vous trouverez à gauche les espaces du portail, en haut la recherche, et sur "
        "l’accueil ce qui vous attend. Ce qui manque encore arrive dans les semaines qui viennent ; ce qui vous gêne, "
        "dites-le : chaque remarque reçoit une réponse.</p>",
    ),
)  # fmt: skip
