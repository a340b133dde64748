"""The business applications that the demo's company links to. None of them exists."""

from bluegether.core.launcher import api as launcher


HOST = "azurelle.example"
# Title, what it is for, address, icon, category, kinds, on everyone's home page.
APPS = (
    ("Tempo", "Compte rendu d’activité et congés.", f"https://tempo.{HOST}/?login={{userid}}", "calendar-check",
     "Temps et paie", ("consultant", "staff", "direction"), True),
    ("Notes de frais", "Déclarer et suivre ses frais.", f"https://frais.{HOST}/", "receipt",
     "Temps et paie", ("consultant", "staff", "direction"), True),
    ("Coffre-fort de paie", "Bulletins de paie et attestations.", f"https://coffre.{HOST}/", "wallet2",
     "Temps et paie", ("consultant", "staff", "direction"), False),
    ("Courriel", "La messagerie de l’entreprise.", f"https://courriel.{HOST}/?lang={{language}}", "envelope",
     "Communiquer", (), True),
    ("Visio", "Réunions à distance.", f"https://visio.{HOST}/", "camera-video", "Communiquer", (), False),
    ("Forge", "Dépôts de code et intégration continue.", f"https://forge.{HOST}/", "git", "Produire",
     ("consultant", "staff"), False),
    ("Tickets", "Suivi des demandes des projets.", f"https://tickets.{HOST}/", "kanban", "Produire", (), False),
    ("Fichiers", "Espace de fichiers des projets.", f"https://fichiers.{HOST}/", "cloud", "Produire", (), False),
    ("Voyages", "Réserver train, avion et hôtel.", f"https://voyages.{HOST}/", "airplane", "Au quotidien",
     ("consultant", "staff", "direction"), False),
    ("Mutuelle", "Remboursements et garanties.", f"https://mutuelle.{HOST}/", "heart-pulse", "Au quotidien",
     ("consultant", "staff", "direction"), False),
    ("Assistance", "Une panne, un accès perdu : le support répond.", f"https://assistance.{HOST}/", "headset",
     "Au quotidien", (), True),
    ("Pilotage", "Tableaux de bord de la direction.", f"https://pilotage.{HOST}/", "graph-up", "Diriger",
     ("direction",), False),
)  # fmt: skip
CHOSEN = {
    "consultante": ("Tempo", "Notes de frais", "Forge", "Courriel"),
    "animatrice": ("Courriel", "Visio"),
    "direction": ("Pilotage", "Courriel"),
}


def build() -> None:
    """List the applications and let the personas choose; leave a list that is there alone."""
    if launcher.kept_apps("animatrice"):
        return
    made = {}
    for title, description, url, icon, category, kinds, mandatory in APPS:
        made[title] = launcher.create(
            actor="animatrice",
            title=title,
            description=description,
            url=url,
            icon=icon,
            category=category,
            kinds=kinds,
            mandatory=mandatory,
        ).id
    for userid, titles in CHOSEN.items():
        for title in titles:
            launcher.choose(made[title], True, userid=userid)
            launcher.note_opened(made[title], userid=userid)
