"""Pages of the demo, as they could be read in a French services company. Plain data."""

# (id, title, description, HTML)
PAGES = (
    (
        "guide-du-consultant",
        "Guide du consultant",
        "De la première réunion chez le client à la fin de mission : qui fait quoi, et qui appeler.",
        """<p>Vous arrivez en mission : ce guide rassemble ce qu’il faut savoir, dans l’ordre où vous en aurez
besoin.</p>
<h2>Avant le premier jour</h2>
<ul><li>Votre responsable d’entité vous remet l’ordre de mission : dates, lieu, interlocuteur, objectifs.</li>
<li>Le commerce vous présente le client et le contexte pendant une heure, jamais par simple courriel.</li>
<li>Le matériel est commandé dix jours avant. S’il manque quelque chose, prévenez les fonctions support.</li></ul>
<h2>Pendant la mission</h2>
<p>Le compte rendu d’activité se remplit chaque semaine et se clôt le 25 du mois. Un responsable vous rencontre au
moins toutes les six semaines : c’est un engagement de notre charte. Si la charge déborde, dites-le tôt.</p>
<h2>Fin de mission</h2>
<p>Trois mois avant la date de fin, nous préparons la suite avec vous : prolongation, autre client, formation. Avant
de partir, laissez un retour d’expérience d’une page : il servira au collègue suivant.</p>""",
    ),
    (
        "teletravail",
        "Télétravail : les règles du jeu",
        "Nombre de jours, lieux admis, matériel, accidents : ce que prévoit l’accord.",
        """<p>L’accord d’entreprise permet jusqu’à trois jours de télétravail par semaine, dès la fin de la période
d’essai. En mission, ce sont les règles du client qui s’appliquent, et nous les négocions avec lui.</p>
<h2>Où et comment</h2>
<ul><li>Depuis votre domicile ou un espace de travail partagé situé dans l’Union européenne.</li>
<li>Avec le matériel de l’entreprise et le réseau privé ; jamais depuis un ordinateur personnel.</li>
<li>Une indemnité de 2,70 € par jour est versée avec la paie, sans justificatif.</li></ul>
<h2>Temps de repos</h2>
<p>Aucune réponse n’est attendue entre 19 h et 8 h. Un accident survenu au domicile pendant les heures de travail est
un accident du travail : prévenez les ressources humaines le jour même.</p>""",
    ),
    (
        "notes-de-frais",
        "Notes de frais",
        "Barèmes, justificatifs, délais de remboursement.",
        """<p>Déposez vos frais avant le 25 du mois : ils sont remboursés avec la paie du mois. Au-delà de six mois,
aucun frais n’est remboursé.</p>
<table class="table"><thead><tr><th>Frais</th><th>Plafond</th><th>Justificatif</th></tr></thead><tbody>
<tr><td>Déjeuner en déplacement</td><td>20,70 €</td><td>Ticket ou facture</td></tr>
<tr><td>Nuit d’hôtel à Paris</td><td>150 €</td><td>Facture</td></tr>
<tr><td>Nuit d’hôtel en région</td><td>110 €</td><td>Facture</td></tr>
<tr><td>Train</td><td>Seconde classe</td><td>Billet</td></tr></tbody></table>
<p>La voiture personnelle est remboursée au barème kilométrique, avec l’accord préalable de votre responsable. Une
photo lisible du justificatif suffit ; gardez l’original trois mois.</p>""",
    ),
    (
        "questions-frequentes",
        "Questions fréquentes",
        "Les réponses aux dix questions que l’on pose le plus aux fonctions support.",
        """<h2>Comment obtenir une attestation d’emploi ?</h2>
<p>Écrivez aux ressources humaines : vous la recevez sous deux jours ouvrés.</p>
<h2>Quand la paie est-elle versée ?</h2>
<p>Le dernier jour ouvré du mois. Le bulletin est déposé le même jour dans votre coffre-fort numérique.</p>
<h2>Je suis indépendant : que puis-je utiliser ?</h2>
<p>Tout le réseau : annuaire, communautés, formations internes. Les congés et les notes de frais ne vous concernent
pas ; votre compte rendu d’activité, si.</p>
<h2>Qui voit ce que j’écris ici ?</h2>
<p>Les membres du réseau. Les clients n’y ont pas accès, ni à l’annuaire, ni aux échanges.</p>
<h2>Mon mot de passe ne fonctionne plus</h2>
<p>Sur la page de connexion, choisissez « Mot de passe oublié ? ». Après plusieurs essais manqués, patientez quelques
minutes.</p>""",
    ),
    (
        "organisation",
        "Qui fait quoi",
        "Les entités, leurs responsables et leur adresse commune.",
        """<p>Azurelle Conseil réunit une soixantaine de personnes en quatre entités de production, une agence et des
fonctions support. Neuf sur dix travaillent chez nos clients.</p>
<ul><li><strong>Données &amp; IA</strong> : Karim Benali. Chaînes de données, apprentissage, décisionnel.</li>
<li><strong>Cloud &amp; DevOps</strong> : infrastructures, automatisation, fiabilité.</li>
<li><strong>Ingénierie logicielle</strong> : applications web et métiers, qualité, accessibilité.</li>
<li><strong>Cybersécurité</strong> : gouvernance, audit, surveillance.</li>
<li><strong>Agence Ouest</strong> : Nantes et Rennes, tous métiers.</li>
<li><strong>Fonctions support</strong> : ressources humaines, finance, communication.</li></ul>
<p>Une question qui n’entre dans aucune case ? Posez-la à l’animatrice du réseau, Camille Vasseur.</p>""",
    ),
    (
        "integration",
        "Vos trente premiers jours",
        "La liste de ce qui vous attend, semaine par semaine.",
        """<ol><li><strong>Semaine 1.</strong> Signature de la charte, matériel, accès, déjeuner avec votre parrain ou
votre marraine.</li>
<li><strong>Semaine 2.</strong> Présentation de l’entité, première réunion de communauté, profil complété.</li>
<li><strong>Semaine 3.</strong> Point avec les ressources humaines : mutuelle, prévoyance, formation souhaitée.</li>
<li><strong>Semaine 4.</strong> Rapport d’étonnement : ce qui vous a surpris, en bien comme en mal. La direction le
lit et y répond.</li></ol>
<p>Votre parrain ou votre marraine n’est pas votre responsable : vous pouvez tout lui demander.</p>""",
    ),
    (
        "formation",
        "Se former",
        "Catalogue, budget, congé de formation : comment demander, qui décide, sous quel délai.",
        """<p>Cinq jours par an et par salarié, c’est notre engagement. La demande se fait en deux lignes : ce que vous
voulez apprendre, et pourquoi. Il n’y a pas de validation hiérarchique pour les formations internes.</p>
<h2>Formations internes</h2>
<p>Animées par des consultants volontaires, le vendredi matin, sur place et à distance. Animer une session compte
comme du temps travaillé.</p>
<h2>Certifications</h2>
<p>Le premier passage est payé, le second aussi. Le temps de préparation est convenu avec votre responsable.</p>""",
    ),
    (
        "securite-informatique",
        "Dix réflexes de sécurité",
        "Ce que nos clients attendent de chacun de nous, et ce que la loi demande.",
        """<ol><li>Verrouillez votre session dès que vous quittez votre poste.</li>
<li>Un mot de passe par service, dans le gestionnaire de l’entreprise.</li>
<li>La double authentification partout où elle existe.</li>
<li>Aucune donnée de client sur une clé USB ni dans un service personnel.</li>
<li>Rien de confidentiel dans un assistant d’IA qui n’est pas sur la liste admise.</li>
<li>Les mises à jour le jour même.</li>
<li>Un doute sur un courriel ? Ne cliquez pas, transférez-le à la cybersécurité.</li>
<li>Un appareil perdu se déclare dans l’heure, sans crainte de reproche.</li>
<li>Les visiteurs sont accompagnés.</li>
<li>Ce que vous apprenez chez un client reste chez le client.</li></ol>""",
    ),
    (
        "conges-et-absences",
        "Congés et absences",
        "Droits, délais de prévenance, événements familiaux.",
        """<p>Vous acquérez 2,08 jours ouvrés de congé par mois et dix jours de repos par an. Posez vos congés d’été
avant le 31 mars ; pour une absence de moins de trois jours, une semaine de prévenance suffit.</p>
<ul><li>Mariage ou pacs : quatre jours.</li><li>Naissance ou adoption : trois jours, puis le congé de paternité.</li>
<li>Déménagement : un jour.</li><li>Enfant malade : cinq jours par an, rémunérés.</li></ul>
<p>Prévenez aussi votre client : nous le faisons avec vous lorsque l’absence dépasse une semaine.</p>""",
    ),
)
