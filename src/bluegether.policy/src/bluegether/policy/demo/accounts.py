"""The demo accounts: one per role that the portal knows. Plain data; their password is public."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Persona:
    """One demo account. `seniority`: days since arrival; `can`: one line for the printed table."""

    userid: str
    fullname: str
    job: str
    kind: str
    can: str
    unit: str = ""
    employment: str = ""
    groups: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    seniority: int = 900


PERSONAS = (
    Persona(
        "direction", "Hélène Marchetti", "Directrice générale", "direction",
        "approuve la charte, porte les objectifs (commanditaire)",
        unit="direction", groups=("Direction",), roles=("Sponsor",), seniority=4100,
    ),
    Persona(
        "animatrice", "Camille Vasseur", "Animatrice du réseau", "staff",
        "rédige la charte, publie les actualités, invite",
        unit="support", groups=("Animateurs",), seniority=420,
    ),
    Persona(
        "redactrice", "Inès Delorme", "Chargée de communication", "staff",
        "rédige et publie pages et documents",
        unit="support", groups=("Redacteurs",), seniority=1300,
    ),
    Persona(
        "rh", "Nathalie Briand", "Responsable des ressources humaines", "staff",
        "invite, accepte les demandes de compte, tient le registre",
        unit="support", groups=("RH",), seniority=2900,
    ),
    Persona(
        "finance", "Olivier Castaing", "Responsable administratif et financier", "staff",
        "membre des fonctions support, référent finance",
        unit="support", groups=("Finance",), seniority=2300,
    ),
    Persona(
        "commerce", "Thomas Lemoine", "Ingénieur d’affaires", "staff",
        "membre du commerce, référent commercial",
        unit="commerce", groups=("Commerce",), seniority=1600,
    ),
    Persona(
        "manager", "Karim Benali", "Responsable de l’entité Données & IA", "staff",
        "responsable d’une entité",
        unit="donnees-ia", groups=("Managers",), seniority=2000,
    ),
    Persona(
        "consultante", "Sofia Garnier", "Ingénieure données", "consultant",
        "consultante salariée, en mission",
        unit="donnees-ia", employment="employee", seniority=760,
    ),
    Persona(
        "consultant", "Julien Morvan", "Développeur Python", "consultant",
        "consultant salarié de l’agence Ouest",
        unit="ouest", employment="employee", seniority=1100,
    ),
    Persona(
        "independant", "Antoine Roussel", "Architecte cloud", "consultant",
        "consultant indépendant",
        unit="cloud-devops", employment="freelance", seniority=500,
    ),
    Persona(
        "partenaire", "Claire Hoffmann", "Responsable des alliances, Nordlys Systèmes", "partner",
        "partenaire : lit et participe", seniority=640,
    ),
    Persona(
        "client", "Philippe Guérin", "Directeur informatique adjoint, Banque Méridionale", "client",
        "client : ne voit que la charte et son compte", seniority=300,
    ),
    Persona(
        "nouvelle", "Léa Fontaine", "Ingénieure qualité logicielle", "consultant",
        "n’a signé que la version 1 : la charte l’arrête",
        unit="logiciel", employment="employee", seniority=45,
    ),
)  # fmt: skip
