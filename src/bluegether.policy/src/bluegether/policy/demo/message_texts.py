"""Private conversations of the demo's personas. Plain data."""

# (title or "", who besides the first, ((hours ago, who, text), ...)): the first to write begins it.
CONVERSATIONS = (
    (
        "",
        ("consultante",),
        (
            (52.0, "manager", "Bonjour Sofia, tu as cinq minutes jeudi pour parler de la suite chez la Banque ?"),
            (51.5, "consultante", "Bonjour Karim, oui, jeudi entre 12 h et 14 h je suis libre."),
            (51.4, "manager", "Parfait, 13 h. Je t’appelle sur ton portable."),
            (
                27.0,
                "consultante",
                "Merci pour l’échange. J’ai relu la fiche, voici ce que je voudrais demander :\n"
                "– deux jours de télétravail au lieu d’un\n"
                "– une formation dbt avant mars\n"
                "Le guide dont je parlais : https://docs.getdbt.com/",
            ),
            (26.2, "manager", "C’est clair. Je vois avec @commerce pour le télétravail, et la formation est acquise."),
            (3.1, "manager", "Réponse du client : d’accord pour deux jours à partir du mois prochain."),
            (3.0, "manager", "Tu peux le noter dans ton entretien, je validerai de mon côté."),
        ),
    ),
    (
        "",
        ("consultante",),
        (
            (
                77.0,
                "animatrice",
                "Bonjour Sofia ! Ton retour d’expérience sur la migration a beaucoup plu. "
                "Tu serais d’accord pour le raconter à la rencontre du mois prochain ?",
            ),
            (76.0, "consultante", "Avec plaisir, si je peux le faire à deux. Julien a porté toute la partie qualité."),
            (75.8, "animatrice", "Encore mieux. Je vous réserve vingt minutes, questions comprises."),
            (8.2, "animatrice", "Dernière chose : une photo de l’équipe pour l’annonce, tu en aurais une ?"),
        ),
    ),
    (
        "Rencontre de décembre",
        ("consultante", "consultant", "redactrice"),
        (
            (30.0, "animatrice", "Je nous réunis ici pour préparer la soirée, ce sera plus simple que par courriel."),
            (29.4, "redactrice", "Merci ! Il me faut les titres des interventions vendredi au plus tard."),
            (28.9, "consultant", "Pour nous : « Tester ses données comme son code ». Sofia, ça te va ?"),
            (28.8, "consultante", "Très bien. Je prépare le plan ce soir."),
            (5.0, "redactrice", "L’annonce est prête, je la publie demain matin si personne n’y voit d’erreur."),
            (4.6, "consultant", "Relue, rien à dire."),
        ),
    ),
    (
        "",
        ("consultante",),
        (
            (124.0, "consultant", "Salut, tu as encore le modèle de plan de tests dont tu parlais ?"),
            (123.5, "consultante", "Oui, je te le retrouve. Pense à changer les noms, il vient d’un client."),
            (122.0, "consultant", "Reçu, merci beaucoup !"),
        ),
    ),
    (
        "Managers : arrivées de janvier",
        ("rh", "direction"),
        (
            (49.0, "manager", "Trois arrivées le 5 janvier chez nous. Qui les accueille le premier jour ?"),
            (48.5, "rh", "Je prends la matinée, les postes sont commandés."),
            (48.0, "direction", "Je passerai dire bonjour à midi."),
        ),
    ),
)
FILE = (
    "plan-de-tests.csv",
    "étape;attendu;responsable\nchargement;aucune ligne perdue;données\nrapprochement;écart nul;qualité\n",
)
