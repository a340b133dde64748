"""What the people of the demo say of themselves. Plain data, in French."""

# Unit -> presentations.
BIOGRAPHIES = {
    "donnees-ia": (
        "Je construis des chaînes de données fiables, de la collecte au tableau de bord. Demandez-moi conseil sur la "
        "modélisation, les tests de données et la mise en production.",
        "Passée par la recherche avant le conseil, j’aide les équipes métier à poser la bonne question avant de "
        "chercher le bon modèle.",
        "J’aime rendre lisibles des données qui ne le sont pas. Sollicitez-moi pour un atelier de visualisation ou une "
        "revue de requêtes SQL.",
    ),
    "cloud-devops": (
        "Automatisation, observabilité, sobriété : je fais en sorte que les équipes livrent sans crainte le vendredi.",
        "Quinze migrations vers le nuage, et autant de leçons que je partage volontiers autour d’un café virtuel.",
        "Je documente ce que j’installe. Posez-moi vos questions sur Kubernetes, Terraform et les astreintes vivables.",
    ),
    "logiciel": (
        "Développement web côté serveur, tests automatisés et code que l’on relit sans soupirer.",
        "J’accompagne des équipes qui reprennent la main sur une application ancienne, une version à la fois.",
        "Qualité, accessibilité, revue de code : je préfère prévenir que corriger. Disponible pour du binômage.",
    ),
    "cybersecurite": (
        "J’aide les équipes à connaître leurs risques et à les réduire, sans les noyer sous les procédures.",
        "Analyse de journaux et réponse à incident : je dors bien parce que les sauvegardes ont été testées.",
        "Audit technique et pédagogie : une faille expliquée est une faille qu’on ne réintroduit pas.",
    ),
    "ouest": (
        "De l’atelier de cadrage à la mise en ligne, à Rennes, à Nantes ou à distance.",
        "Chef de projet ou facilitatrice selon les jours : j’anime, je reformule, je tiens les délais.",
        "Interfaces sobres et accessibles, testées avec de vraies personnes.",
    ),
    "commerce": ("J’écoute les clients et je défends vos souhaits. Parlez-moi de votre prochaine mission.",),
    "support": (
        "Une question sur vos droits, vos outils ou la vie du réseau ? Écrivez-moi, je réponds dans la journée.",
    ),
    "direction": ("À la tête d’Azurelle Conseil, je réponds ici aux questions posées en public.",),
    "": ("Partenaire d’Azurelle Conseil, je travaille avec plusieurs équipes du réseau.",),
}  # fmt: skip

# Family of skills -> certifications: (title, issuer, years it is valid; 0 for ever).
CERTIFICATIONS = {
    "Données & IA": (
        ("Databricks Certified Data Engineer", "Databricks", 2),
        ("Google Professional Data Engineer", "Google Cloud", 2),
        ("SnowPro Core", "Snowflake", 2),
        ("Power BI Data Analyst (PL-300)", "Microsoft", 1),
    ),
    "Cloud & DevOps": (
        ("Certified Kubernetes Administrator (CKA)", "CNCF", 2),
        ("AWS Solutions Architect Associate", "Amazon Web Services", 3),
        ("Terraform Associate", "HashiCorp", 2),
        ("Azure Administrator (AZ-104)", "Microsoft", 1),
    ),
    "Développement": (
        ("ISTQB Fondation", "CFTL", 0),
        ("Oracle Certified Professional, Java", "Oracle", 0),
        ("Accessibilité RGAA : auditer et corriger", "Access42", 0),
    ),
    "Cybersécurité": (
        ("ISO 27001 Lead Implementer", "PECB", 3),
        ("OSCP", "OffSec", 0),
        ("CISSP", "ISC2", 3),
    ),
    "Méthodes": (
        ("Professional Scrum Master I", "Scrum.org", 0),
        ("PRINCE2 Praticien", "PeopleCert", 3),
        ("SAFe Agilist", "Scaled Agile", 1),
    ),
}  # fmt: skip

# Family of skills -> experiences: (title, what came of it).
EXPERIENCES = {
    "Données & IA": (
        ("Mise en place d’un entrepôt de données", "Quarante sources réunies, rapports prêts le dimanche soir."),
        ("Détection de la fraude par apprentissage", "Fausses alertes divisées par trois, modèle suivi."),
        ("Gouvernance des données clients", "Un dictionnaire partagé, des propriétaires nommés, une qualité mesurée."),
    ),
    "Cloud & DevOps": (
        ("Migration de cent applications vers Kubernetes", "Déploiements de quatre heures ramenés à douze minutes."),
        ("Plateforme d’intégration continue", "Chaîne commune à trente équipes, en libre-service."),
        ("Observabilité d’un système de réservation", "Pannes vues avant les usagers, astreintes divisées par deux."),
    ),
    "Développement": (
        ("Refonte du portail des usagers", "Accessible, en ligne en huit mois, satisfaction passée de 54 à 81 %."),
        ("Interface de programmation des contrats", "Trois applications anciennes remplacées, 85 % de tests."),
        ("Application de suivi des tournées", "Deux cents conducteurs équipés, mode hors ligne."),
    ),
    "Cybersécurité": (
        ("Préparation à la certification ISO 27001", "Certification obtenue sans réserve en quatorze mois."),
        ("Réponse à un rançongiciel", "Activité reprise en six jours, plan de reprise réécrit et éprouvé."),
        ("Tests d’intrusion d’une banque en ligne", "Douze failles corrigées avant l’ouverture au public."),
    ),
    "Méthodes": (
        ("Animation de trois équipes agiles", "Rythme stable, dette technique visible de tous."),
        ("Cadrage d’un programme de dématérialisation", "Vingt ateliers, une feuille de route votée."),
    ),
}  # fmt: skip

# What people write about their next mission.
WISHES = (
    "Je voudrais passer de l’exécution à l’architecture, avec quelqu’un à qui transmettre.",
    "Une mission longue, près de chez moi, avec du télétravail deux jours par semaine.",
    "Découvrir le secteur public ou la santé, et apprendre une nouvelle technologie.",
    "Encadrer une petite équipe et continuer à coder un jour par semaine.",
    "Travailler sur un sujet utile à l’environnement.",
)
AWAY = (
    ("independant", -2, 9, "consultante", "En congé, sans accès au courrier."),
    ("redactrice", 0, 4, "animatrice", "En formation : je lis mes messages le soir."),
)
