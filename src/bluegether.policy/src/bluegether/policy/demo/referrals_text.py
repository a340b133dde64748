"""Referrals of the demo: rules, people who do not exist, what was written about them. Plain data.

Days count back from the day of the demo. Telephone numbers are of the range kept for fiction.
"""

SETTINGS = {
    "company": "Azurelle Conseil",
    "controller": "Azurelle Conseil, 12 quai des Belges, 13001 Marseille",
    "contact": "donnees@azurelle.example",
}
FIRST_RULES = (
    ("", "hired", 0, 40000),
    ("", "trial_passed", 0, 60000),
    ("partner", "hired", 0, 30000),
)
FIRST_TEXT = "Première version : le même montant pour tous les profils."
RULES = (
    ("junior", "hired", 0, 40000),
    ("junior", "trial_passed", 0, 60000),
    ("confirmed", "hired", 0, 50000),
    ("confirmed", "trial_passed", 0, 100000),
    ("senior", "hired", 0, 75000),
    ("senior", "trial_passed", 0, 125000),
    ("expert", "hired", 0, 100000),
    ("expert", "trial_passed", 0, 200000),
    ("partner", "hired", 0, 40000),
    ("partner", "trial_passed", 0, 60000),
)
TEXT = "Les montants suivent désormais le profil. Une part à l’arrivée, l’autre après la période d’essai."
PUBLISHED = (760, 380)

# Referrer, name, address, telephone, how many days ago, stages with the days ago, profile, words of the candidate,
# why, notes.
STORIES = (
    ("consultante", "Malik Haddad", "malik.haddad@exemple.example", "01 99 00 14 01", 4, (), "", "", "", ()),
    (
        "consultante", "Élodie Vanier", "elodie.vanier@exemple.example", "01 99 00 14 02", 9,
        (("consented", 2),), "", "Je cherche un poste de data engineer à Marseille, à partir de janvier.", "", (),
    ),
    (
        "consultante", "Bruno Keller", "bruno.keller@exemple.example", "01 99 00 14 03", 31,
        (("consented", 29), ("qualified", 24), ("interview", 12)), "senior",
        "Dix ans de Spark et d’Airflow ; je veux quitter l’édition pour le conseil.",
        "Nous avons travaillé deux ans ensemble : il explique bien et il tient ses délais.",
        (
            (24, 0, "Appel de 20 minutes. Disponible sous trois mois, souhaite rester à Marseille."),
            (11, 4, "Entretien technique : très solide sur Spark, moins sur la sécurité des données."),
        ),
    ),
    (
        "consultante", "Pauline Astier", "pauline.astier@exemple.example", "01 99 00 14 04", 190,
        (("consented", 188), ("qualified", 180), ("interview", 165), ("offer", 150), ("hired", 95)), "confirmed",
        "", "Rigoureuse, et la première à aider.", ((164, 5, "Excellente. À recruter sans attendre."),),
    ),
    (
        "consultante", "Rémi Caron", "remi.caron@exemple.example", "01 99 00 14 05", 330,
        (("consented", 328), ("qualified", 320), ("interview", 305), ("offer", 290), ("hired", 240),
         ("trial_passed", 120)), "senior",
        "", "Le meilleur architecte avec qui j’ai travaillé.", ((304, 5, "Profil rare, à l’écoute."),),
    ),
    (
        "consultante", "Gaëlle Pons", "gaelle.pons@exemple.example", "01 99 00 14 06", 140,
        (("consented", 138), ("qualified", 131), ("declined", 110)), "junior", "", "Motivée, sort d’école.",
        ((112, 2, "Trop peu d’expérience pour nos besoins actuels. À recontacter dans un an."),),
    ),
    (
        "consultant", "Nadia Ferrand", "nadia.ferrand@exemple.example", "01 99 00 14 07", 48,
        (("consented", 47), ("qualified", 41), ("interview", 30), ("offer", 6)), "expert",
        "Cybersécurité industrielle, quinze ans.", "Elle a monté l’équipe que nous admirons tous.",
        ((29, 5, "Deux entretiens, avis unanime."),),
    ),
    (
        "consultant", "Hugo Lecomte", "hugo.lecomte@exemple.example", "01 99 00 14 08", 120,
        (("consented", 119), ("qualified", 112), ("interview", 100), ("offer", 80), ("hired", 14)), "confirmed",
        "", "Développeur Python sérieux, de Nantes.", (),
    ),
    (
        "consultant", "Iris Chauvet", "iris.chauvet@exemple.example", "01 99 00 14 09", 75,
        (("refused", 70),), "", "", "", (),
    ),
    (
        "consultant", "Damien Roy", "damien.roy@exemple.example", "01 99 00 14 10", 90,
        (("expired", 59),), "", "", "", (),
    ),
    (
        "manager", "Sandra Leroux", "sandra.leroux@exemple.example", "01 99 00 14 11", 17,
        (("consented", 15), ("qualified", 8)), "confirmed",
        "Cheffe de projet BI.", "Ancienne collègue chez un client.", (),
    ),
    (
        "finance", "Yann Berthelot", "yann.berthelot@exemple.example", "01 99 00 14 12", 26,
        (("consented", 25),), "", "Contrôleur de gestion.", "Très bon en contrôle de gestion.", (),
    ),
)  # fmt: skip
# Partner company, contact, referrer, stages.
COMPANIES = (
    (
        "commerce", "Riviera Data SAS", "Olga Marchand", "olga.marchand@riviera-data.example", 60,
        (("consented", 58), ("qualified", 50), ("interview", 33)),
    ),
    (
        "consultant", "Atelier Numérique du Léman", "Pierre Aubert", "pierre.aubert@leman.example", 210,
        (("consented", 208), ("qualified", 200), ("interview", 180), ("offer", 160), ("hired", 130)),
    ),
)  # fmt: skip
# First names and names of those whom others referred in the quarters before.
FIRST_NAMES = (
    "Alice",
    "Bastien",
    "Clara",
    "Denis",
    "Emma",
    "Farid",
    "Gilles",
    "Hana",
    "Ivan",
    "Jeanne",
    "Kenza",
    "Louis",
)
LAST_NAMES = (
    "Aubry",
    "Blin",
    "Cordier",
    "Delmas",
    "Esteve",
    "Fabre",
    "Gros",
    "Huet",
    "Imbert",
    "Jolly",
    "Lacour",
    "Masson",
)
