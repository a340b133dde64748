"""The charter of the demo company: an archived version 1 and the version 2 in force, in French and English."""

COMPANY = "company"
MEMBER = "member"

TITLE = "Charte d’Azurelle Conseil"

# (number, half, French title, French text, English title, English text)
ARTICLES_2 = (
    (
        1, COMPANY,
        "Former chacun, chaque année",
        "L’entreprise finance au moins cinq jours de formation par an pour chaque salarié, choisis avec lui. Les "
        "indépendants du réseau accèdent aux formations internes aux mêmes conditions.",
        "Training for everyone, every year",
        "The company pays for at least five days of training a year for every employee, chosen together. Freelance "
        "members of the network attend internal courses on the same terms.",
    ),
    (
        2, COMPANY,
        "Répondre aux questions posées",
        "Toute question adressée à la direction reçoit une réponse publique sous dix jours ouvrés, même lorsque la "
        "réponse est « nous ne savons pas encore ».",
        "Answering the questions asked",
        "Every question put to the management gets a public answer within ten working days, even when the answer "
        "is “we do not know yet”.",
    ),
    (
        3, COMPANY,
        "Ne laisser personne seul en mission",
        "Un responsable rencontre chaque consultant au moins une fois toutes les six semaines. Le compte rendu est "
        "partagé avec le consultant, qui peut le corriger.",
        "Nobody left alone on an assignment",
        "A manager meets every consultant at least once every six weeks. The minutes are shared with the consultant, "
        "who may correct them.",
    ),
    (
        4, COMPANY,
        "Dire où va l’entreprise",
        "Les résultats, les recrutements prévus et les critères d’augmentation sont publiés chaque trimestre sur le "
        "portail, dans un langage que tout le monde comprend.",
        "Saying where the company is going",
        "Results, planned hiring and the criteria for pay rises are published on the portal every quarter, in words "
        "that everyone understands.",
    ),
    (
        5, COMPANY,
        "Respecter les temps de repos",
        "Aucune réponse n’est attendue entre 19 h et 8 h, ni pendant les congés. Les notifications du portail se "
        "taisent sur ces plages, sauf demande contraire de la personne.",
        "Respecting time off",
        "No answer is expected between 7 p.m. and 8 a.m., nor during leave. The portal’s notifications stay silent "
        "at those times unless the person asks otherwise.",
    ),
    (
        6, COMPANY,
        "Protéger les données de chacun",
        "Les données personnelles confiées au portail servent uniquement à le faire vivre. Chacun peut les consulter, "
        "les emporter et les faire effacer.",
        "Protecting everyone’s data",
        "Personal data entrusted to the portal is used only to run it. Everyone may read it, take it away and have "
        "it erased.",
    ),
    (
        7, MEMBER,
        "Respecter les personnes",
        "Je critique les idées, jamais les personnes. Je n’écris ni insulte, ni propos discriminatoire, ni rien que "
        "je ne dirais pas en face.",
        "Respecting people",
        "I criticise ideas, never people. I write no insult, no discriminatory remark, nothing that I would not say "
        "face to face.",
    ),
    (
        8, MEMBER,
        "Garder les secrets de nos clients",
        "Je ne publie aucune information confidentielle d’un client : ni nom de projet, ni code, ni donnée, ni "
        "capture d’écran. En cas de doute, je demande avant de publier.",
        "Keeping our clients’ secrets",
        "I publish no confidential information of a client: no project name, no code, no data, no screenshot. When "
        "in doubt, I ask before I publish.",
    ),
    (
        9, MEMBER,
        "Parler en mon nom",
        "Je m’exprime sous mon nom et j’assume ce que j’écris. Je distingue ce que je sais de ce que je pense.",
        "Speaking in my own name",
        "I speak under my own name and stand by what I write. I distinguish what I know from what I think.",
    ),
    (
        10, MEMBER,
        "Partager ce que j’apprends",
        "Je réponds aux questions quand je connais la réponse, et je laisse une trace de ce que j’ai appris en "
        "mission lorsque le client l’autorise.",
        "Sharing what I learn",
        "I answer questions when I know the answer, and I leave a trace of what I learned on assignment when the "
        "client allows it.",
    ),
    (
        11, MEMBER,
        "Citer mes sources",
        "Je ne publie que ce que j’ai le droit de publier. Je cite les auteurs, et je signale ce qu’un outil d’IA a "
        "rédigé à ma place.",
        "Naming my sources",
        "I publish only what I am entitled to publish. I credit authors, and I say what an AI tool has written in "
        "my place.",
    ),
    (
        12, MEMBER,
        "Signaler plutôt que laisser faire",
        "Quand un contenu enfreint cette charte, je le signale à l’animatrice avec le numéro de l’article. Personne "
        "n’est inquiété pour un signalement fait de bonne foi.",
        "Reporting rather than looking away",
        "When something breaches this charter, I report it to the community manager with the number of the article. "
        "Nobody is troubled for a report made in good faith.",
    ),
)  # fmt: skip

# Version 1 said less: its articles by number in version 2, and its own words where they differed (French, English).
KEPT_IN_1 = (1, 3, 4, 6, 7, 8, 9, 10)
WORDS_OF_1 = {
    1: (
        "L’entreprise finance au moins trois jours de formation par an pour chaque salarié.",
        "The company pays for at least three days of training a year for every employee.",
    ),
    3: (
        "Un responsable rencontre chaque consultant au moins une fois par trimestre.",
        "A manager meets every consultant at least once a quarter.",
    ),
    8: (
        "Je ne publie aucune information confidentielle d’un client.",
        "I publish no confidential information of a client.",
    ),
}

# Article of version 2 -> (state, note): how the company keeps its word.
COMMITMENTS = {
    1: ("kept", "5,4 jours par salarié en moyenne sur douze mois."),
    2: ("late", "Deux questions attendent depuis plus de dix jours ; réponses promises pour vendredi."),
    3: ("kept", "96 % des entretiens tenus dans les six semaines."),
    4: ("kept", "Résultats du troisième trimestre publiés."),
    5: ("not_yet", "Réglage des notifications en cours de développement."),
    6: ("kept", "Registre des traitements relu par la déléguée à la protection des données."),
}

CHANGES_2 = (
    "Quatre articles s’ajoutent : répondre aux questions (2), respecter les temps de repos (5), citer ses sources, "
    "IA comprise (11), signaler (12). La formation passe de trois à cinq jours, les rencontres en mission d’un "
    "trimestre à six semaines."
)


def french(rows, *, words=None, states=None) -> list[dict]:
    """Return rows as the articles of a version, with other words or states where given (by number)."""
    words, states = words or {}, states or {}
    articles = []
    for number, half, title, text, _title_en, _text_en in rows:
        state, note = states.get(number, ("not_yet", ""))
        text = words.get(number, (text,))[0]
        articles.append(
            {"number": number, "commitment": half, "title": title, "text": text, "state": state, "note": note}
        )
    return articles


def english(rows, *, words=None) -> list[dict]:
    """Return rows as the English wording of a version."""
    words = words or {}
    return [
        {"number": number, "title": title, "text": words[number][1] if number in words else text}
        for number, _half, _title_fr, _text_fr, title, text in rows
    ]


def version_1() -> dict[str, list[dict]]:
    """Return the articles of version 1 in both languages."""
    rows = [row for row in ARTICLES_2 if row[0] in KEPT_IN_1]
    return {"articles": french(rows, words=WORDS_OF_1), "articles_en": english(rows, words=WORDS_OF_1)}


def version_2() -> dict[str, list[dict]]:
    """Return the articles of version 2 in both languages."""
    return {"articles": french(ARTICLES_2, states=COMMITMENTS), "articles_en": english(ARTICLES_2)}
