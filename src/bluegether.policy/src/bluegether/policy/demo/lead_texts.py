"""What members of the demo heard at clients. Plain data.

Each: days ago, author, company, what was heard, contact, when, how sure, steps of sales: (days later, step, reason), a
note of sales.
"""

LEADS = (
    (
        1, "consultante", "Banque Méridionale",
        "Le responsable de la plateforme données cherche quelqu’un pour reprendre les flux Spark en janvier.",
        "M. Ferrand, responsable data", "quarter", "likely", (), "",
    ),
    (
        2, "manager", "Hôpital des Minimes",
        "Ils parlent d’un appel d’offres pour refaire leur portail patient ; le cahier des charges sort en décembre.",
        "", "quarter", "sure", (), "",
    ),
    (
        6, "independant", "Assurances du Ponant",
        "À la cantine : l’équipe mobile perd deux développeurs Android fin décembre.",
        "", "now", "rumour", (), "",
    ),
    (
        9, "consultante", "Métropole de Valcourt",
        "La DSI veut passer ses serveurs sur un cloud souverain et n’a personne pour cadrer.",
        "Mme Oudin, DSI", "quarter", "likely", ((1, "take", ""),),
        "Rendez-vous le 2 décembre. Budget à confirmer par le secrétariat général.",
    ),
    (
        15, "redactrice", "Éditions du Grand Pin",
        "Leur site de vente tient mal la charge, ils veulent un audit avant les fêtes.",
        "M. Lavoine", "now", "sure", ((0.4, "take", ""), (3, "drop", "Mission trop courte : confiée à un partenaire.")),
        "Deux jours facturables au plus.",
    ),
    (
        30, "consultant", "Banque Méridionale",
        "Le chantier anti-fraude démarre : trois profils données et un chef de projet.",
        "M. Ferrand", "quarter", "sure", ((0.5, "take", ""), (4, "qualify", "")),
        "Concurrent déjà en place sur la partie pilotage.",
    ),
    (
        48, "animatrice", "Coopérative Vallonne",
        "Une ancienne collègue y est directrice produit, elle veut moderniser la logistique.",
        "Mme Pernet", "later", "likely", ((2, "take", ""), (10, "qualify", "")), "",
    ),
    (
        70, "consultante", "Transports Rhodia-Loire",
        "Refonte du suivi des livraisons, ils cherchent une équipe complète.",
        "M. Sabatier", "quarter", "sure", ((0.3, "take", ""), (5, "qualify", ""), (8, "need", "")),
        "Ils veulent commencer petit : un profil, puis deux.",
    ),
    (
        110, "partenaire", "Énergies de l’Adour",
        "Leur mainteneur arrête fin d’année ; ils consultent discrètement.",
        "", "quarter", "likely", ((1.2, "take", ""), (6, "qualify", ""), (40, "sign", "")), "",
    ),
    (
        160, "rh", "Cabinet Hesdin",
        "Une candidate m’a dit que son employeur externalise toute son exploitation.",
        "", "later", "rumour", ((4, "take", ""), (9, "drop", "Le client n’a pas donné suite à deux relances.")), "",
    ),
    (
        220, "manager", "Assurances du Ponant",
        "Le lot « décisionnel » est rouvert : le titulaire n’a pas tenu ses délais.",
        "Mme Kassovitz", "now", "sure", ((0.2, "take", ""), (2, "qualify", ""), (25, "sign", "")),
        "Signé pour douze mois.",
    ),
    (
        300, "finance", "Groupe Arvennes",
        "Leur directeur financier cherche un intégrateur pour la facturation électronique.",
        "M. Thibaud", "quarter", "likely", ((1.5, "take", ""), (7, "qualify", ""), (60, "sign", "")), "",
    ),
    (
        340, "consultante", "Musée de l’Escale",
        "Ils voudraient une billetterie, sans budget encore.",
        "", "later", "rumour", ((2.5, "drop", "Pas de budget cette année, à relancer en mars."),), "",
    ),
)  # fmt: skip
