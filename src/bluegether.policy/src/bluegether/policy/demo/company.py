"""The fictional company of the demo: its units, the jobs in them, its clients and places. Plain data."""

NAME = "Azurelle Conseil"
DOMAIN = "azurelle.example"

# Identifier -> title.
UNITS = {
    "direction": "Direction générale",
    "donnees-ia": "Données & IA",
    "cloud-devops": "Cloud & DevOps",
    "logiciel": "Ingénierie logicielle",
    "cybersecurite": "Cybersécurité",
    "ouest": "Agence Ouest",
    "commerce": "Commerce",
    "support": "Fonctions support",
}

# Unit -> jobs, each as (for a woman, for a man).
JOBS = {
    "donnees-ia": (
        ("Ingénieure données", "Ingénieur données"),
        ("Scientifique des données", "Scientifique des données"),
        ("Architecte données", "Architecte données"),
        ("Analyste décisionnelle", "Analyste décisionnel"),
    ),
    "cloud-devops": (
        ("Ingénieure DevOps", "Ingénieur DevOps"),
        ("Architecte cloud", "Architecte cloud"),
        ("Ingénieure fiabilité (SRE)", "Ingénieur fiabilité (SRE)"),
        ("Administratrice systèmes", "Administrateur systèmes"),
    ),
    "logiciel": (
        ("Développeuse Python", "Développeur Python"),
        ("Développeuse Java", "Développeur Java"),
        ("Développeuse web", "Développeur web"),
        ("Ingénieure qualité logicielle", "Ingénieur qualité logicielle"),
        ("Scrum master", "Scrum master"),
    ),
    "cybersecurite": (
        ("Analyste SOC", "Analyste SOC"),
        ("Consultante en gouvernance et risques", "Consultant en gouvernance et risques"),
        ("Auditrice technique", "Auditeur technique"),
    ),
    "ouest": (
        ("Développeuse full-stack", "Développeur full-stack"),
        ("Cheffe de projet", "Chef de projet"),
        ("Conceptrice d’interfaces", "Concepteur d’interfaces"),
    ),
}

# Unit -> how many consultants the generator adds to the named accounts.
SIZES = {"donnees-ia": 10, "cloud-devops": 9, "logiciel": 13, "cybersecurite": 6, "ouest": 8}

# Fictitious clients: name, sector, city.
CLIENTS = (
    ("Banque Méridionale", "Banque", "Marseille"),
    ("Assurances du Ponant", "Assurance", "Nantes"),
    ("Transports Rhodia-Loire", "Transport", "Lyon"),
    ("Groupe Hespéride", "Distribution", "Lille"),
    ("Énergies de l’Adour", "Énergie", "Bayonne"),
    ("Clinique Saint-Gildas", "Santé", "Vannes"),
    ("Métropole de Valcourt", "Secteur public", "Valcourt"),
    ("Télécom Armorique", "Télécommunications", "Rennes"),
)

# Where people work: headquarters, agency, clients' sites.
PLACES = ("Marseille", "Aix-en-Provence", "Lyon", "Paris", "Nantes", "Rennes", "À distance")

# First names as one meets them in such a company today.
WOMEN = (
    "Aïcha", "Amélie", "Anaïs", "Aurore", "Céline", "Chloé", "Clara", "Élodie", "Emma", "Fatou", "Justine", "Laura",
    "Lina", "Lucie", "Manon", "Marine", "Mathilde", "Mei", "Nadia", "Pauline", "Sarah", "Sonia", "Yasmine", "Zoé",
)  # fmt: skip
MEN = (
    "Adrien", "Alexandre", "Amadou", "Arthur", "Bastien", "Bilal", "Clément", "David", "Enzo", "Fabien", "Florian",
    "Guillaume", "Hugo", "Kevin", "Loïc", "Maxime", "Mehdi", "Nicolas", "Paul", "Quentin", "Rayan", "Romain", "Théo",
    "Vincent", "Xavier", "Yann",
)  # fmt: skip
