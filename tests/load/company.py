"""What the load says: names, posts, documents. Thing number n of a kind is the same in every run."""

from bluegether.policy.demo.company import UNITS
from faker import Faker
from functools import cache
from random import Random


SEED = 2026
JOBS = ("Développeuse", "Ingénieur données", "Cheffe de projet", "Architecte", "Testeur", "Administratrice systèmes")
TAGS = ("python", "java", "cloud", "kubernetes", "donnees", "ia", "securite", "tests", "agile", "sap", "reseau", "ux")
CLIENTS = ("Banque Méridionale", "Énergies de l’Adour", "Groupe Hespéride", "Mutuelle du Ponant", "Rail Atlantique")
OPENINGS = ("Retour de la semaine chez", "Question sur la mission chez", "Bonne nouvelle de chez", "Appris hier chez")
SENTENCES = (
    "Nous avons mis en production sans interruption, les tests de bout en bout ont tout rattrapé.",
    "Quelqu’un a-t-il déjà comparé ces deux approches sur un gros volume ?",
    "La documentation interne est à jour, relecture bienvenue avant vendredi.",
    "Je propose un atelier d’une heure jeudi, à distance, pour partager ce que nous avons appris.",
    "Le client est content du premier tableau de bord et demande la suite pour janvier.",
    "Attention à la migration : l’ordre des étapes compte, j’ai noté les pièges.",
    "Merci à celles et ceux qui ont répondu si vite, cela nous a évité une semaine de recherche.",
)
WORDS = ("architecture", "recette", "supervision", "sauvegarde", "accessibilité", "chiffrement", "facturation")
UNIT_IDS = tuple(UNITS)


def dice(kind: str, number: int) -> Random:
    """Return the chance that makes this thing."""
    return Random(f"{SEED} {kind} {number}")


@cache
def names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return first names and family names."""
    faker = Faker("fr_FR")
    faker.seed_instance(SEED)
    firsts = dict.fromkeys(faker.first_name() for _ in range(1500))
    lasts = dict.fromkeys(faker.last_name() for _ in range(4000))
    return tuple(firsts), tuple(lasts)


def userid(number: int) -> str:
    return f"membre{number:05}"


def member(number: int) -> dict:
    """Return the values of `people.create_account`."""
    chance, (firsts, lasts) = dice("member", number), names()
    return {
        "fullname": f"{chance.choice(firsts)} {chance.choice(lasts)}",
        "email": f"{userid(number)}@azurelle.example",
        "kind": "consultant",
        "employment": "freelance" if chance.random() < 0.2 else "employee",
        "unit": chance.choice(UNIT_IDS),
        "job": chance.choice(JOBS),
    }


def follows(number: int, members: int) -> tuple[list[str], list[str]]:
    """Return whom and which hashtags a member follows."""
    chance = dice("follows", number)
    others = {chance.randrange(members) for _ in range(chance.randrange(5, 60))} - {number}
    return [userid(other) for other in sorted(others)], chance.sample(TAGS, chance.randrange(1, 4))


def post(number: int, members: int) -> dict:
    """Return author, text, and the units it is for (mostly none: everyone). A few authors write much."""
    chance = dice("post", number)
    author = int(members * chance.random() ** 2)
    words = f"{chance.choice(OPENINGS)} {chance.choice(CLIENTS)}. {' '.join(chance.sample(SENTENCES, 2))}"
    tags = " ".join(f"#{tag}" for tag in chance.sample(TAGS, chance.randrange(3)))
    named = f" @{userid(chance.randrange(members))}" if chance.random() < 0.1 else ""
    units = (chance.choice(UNIT_IDS),) if chance.random() < 0.15 else ()
    return {"author": userid(author), "text": f"{words} {tags}{named}".strip(), "units": units}


def document(number: int) -> dict:
    """Return title, description and HTML text."""
    chance = dice("document", number)
    paragraphs = "".join(f"<p>{' '.join(chance.sample(SENTENCES, 3))}</p>" for _ in range(4))
    title = f"{chance.choice(WORDS).capitalize()} : note {number} pour {chance.choice(CLIENTS)}"
    return {"title": title, "description": chance.choice(SENTENCES), "text": paragraphs}


def comment(number: int, members: int, documents: int) -> tuple[int, str, str]:
    """Return the number of the document, the author and the text."""
    chance = dice("comment", number)
    return int(documents * chance.random() ** 3), userid(chance.randrange(members)), chance.choice(SENTENCES)
