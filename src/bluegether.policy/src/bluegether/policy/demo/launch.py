"""The launch of the demo's portal: well under way, one step late, one not begun."""

from bluegether.core.onboarding import api as onboarding
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta


# Step -> (owner, days from now to its date, values).
STEPS = {
    "need": (
        "direction",
        -70,
        {
            "state": "done",
            "evidence": "/documents/organisation",
            "answers": {
                "use": "Poser une question et recevoir une réponse du réseau le jour même.",
                "audience": "Les consultants en mission, salariés et indépendants, et les fonctions support.",
                "goal": "Que personne ne se sente seul chez un client.",
            },
        },
    ),
    "strategy": (
        "direction",
        -56,
        {
            "state": "done",
            "answers": {
                "strategy": "Le réseau est notre relais de croissance : besoins partagés, cooptation, expertises.",
                "mobilised": 60,
                "answer_hours": 24,
                "signed": 95,
            },
        },
    ),
    "animator": ("direction", -50, {"note": "Camille Vasseur, deux jours par semaine."}),
    "charter": ("rh", -20, {}),
    "managers": (
        "manager",
        -3,
        {
            "state": "under_way",
            "note": "Reste à rencontrer : cybersécurité et agence Ouest.",
            "answers": {"met": 4, "message": "Une présence par semaine, une réponse sous deux jours."},
        },
    ),
    "integrator": (
        "direction",
        -40,
        {"state": "not_needed", "reason": "Une équipe interne a déjà mené deux lancements chez nos clients."},
    ),
    "communities": ("animatrice", 12, {}),
}


def build(site, moment: datetime) -> None:
    """Report each step at its time, unless somebody has written there."""
    for step_id, (owner, days, values) in STEPS.items():
        if onboarding.step(step_id).revision:
            continue
        date = moment + timedelta(days=days)
        with at(site, min(date, moment)):
            planned = {"owner": owner, "target": date.date().isoformat()}
            done = {"done": date.date().isoformat()} if values.get("state") == "done" else {}
            onboarding.save(step_id, planned | values | done, revision=0, actor="animatrice")
