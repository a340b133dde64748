"""Feedback from missions in the demo: days ago, who (a persona or a unit), text, technology, sector. Plain data."""

FEEDBACKS = (
    (
        3, "donnees-ia",
        "Fin de six mois chez Banque Méridionale : passer de traitements nocturnes à des flux a surtout été "
        "un sujet d’organisation. Ce qui a marché : une équipe mixte dès le premier jour, et des indicateurs "
        "lus ensemble chaque vendredi. #RetourDExperience #donnees",
        "Apache Kafka", "Banque",
    ),
    (
        9, "cloud-devops",
        "Migration de 40 applications terminée à Télécom Armorique. Le conseil que j’aurais aimé recevoir : "
        "commencer par l’application la plus ennuyeuse, pas par la plus visible. #cloud #RetourDExperience",
        "Kubernetes", "Télécommunications",
    ),
    (
        14, "cybersecurite",
        "Audit à la Clinique Saint-Gildas : l’essentiel des écarts venait de comptes oubliés. Un inventaire "
        "trimestriel aurait suffi. Modèle de tableau disponible pour qui veut. #securite",
        "Active Directory", "Santé",
    ),
    (
        20, "logiciel",
        "Deux ans sur une application Python de 2009 : nous n’avons rien réécrit, nous avons testé puis "
        "remplacé morceau par morceau. Livraisons passées de 3 par an à 2 par semaine. #python "
        "#RetourDExperience",
        "Python", "Distribution",
    ),
    (
        27, "ouest",
        "Chez Assurances du Ponant, nous avons fait tester les maquettes par les gestionnaires avant d’écrire "
        "une ligne. Trois écrans sur sept ont disparu. #ergonomie",
        "Accessibilité web", "Assurance",
    ),
    (
        33, "donnees-ia",
        "Prévision de charge aux Énergies de l’Adour : un modèle simple, expliqué aux exploitants, a été "
        "adopté ; le modèle savant est resté dans un carnet. #donnees #IA",
        "Séries temporelles", "Énergie",
    ),
    (
        41, "independant",
        "Mission de quatre mois à la Métropole de Valcourt, en solo : prévoir dès le départ qui reprendra la "
        "suite. Le binôme des deux dernières semaines a tout changé. #transmission",
        "PostgreSQL", "Secteur public",
    ),
    (
        48, "cloud-devops",
        "Astreintes aux Transports Rhodia-Loire : nous avons divisé les alertes par dix en supprimant celles "
        "que personne ne lisait. #SRE #RetourDExperience",
        "Prometheus", "Transport",
    ),
)  # fmt: skip
