"""What is taken out of texts, however it is written, and what is left alone."""

from bluegether.core.dossiers.api.masking import Mask
from bluegether.core.dossiers.api.masking import Name
import time
import unittest


class TestNames(unittest.TestCase):
    def mask(self, *names: str):
        return Mask([Name(name, "[X]") for name in names])

    def test_a_name_is_found_however_it_is_written(self):
        mask = self.mask("Banque Méridionale")
        for text in (
            "Banque Méridionale",
            "BANQUE MERIDIONALE",
            "banque  meridionale",
            "Banque-Méridionale",
            "banquemeridionale",
            "Banque Me\u0301ridionale",
            "Banque\u00a0Mérid\u00adionale",
            "Ban\u200bque Méridionale",
            "𝐁𝐚𝐧𝐪𝐮𝐞 Méridionale",
            "Banque\nMéridionale",
        ):
            self.assertEqual("[X]", mask(text), text)
        self.assertEqual(
            "x@[X].fr, [X]App, www.[X].com", mask("x@banque-meridionale.fr, BanqueMeridionaleApp, www.meridionale.com")
        )

    def test_its_distinctive_words_and_initials_are_found_where_they_are_names(self):
        mask = self.mask("Banque Méridionale", "Société Nationale des Chemins de fer")
        self.assertEqual("Chez [X], à la [X].", mask("Chez Méridionale, à la MERIDIONALE."))
        self.assertEqual("L’équipe [X] et la [X]", mask("L’équipe BM et la SNCF"))
        self.assertEqual("une banque bien méridionale, nationale", mask("une banque bien méridionale, nationale"))
        self.assertEqual("Banque privée, bm", mask("Banque privée, bm"))

    def test_longer_names_win(self):
        mask = Mask([Name("Adour", "[short]"), Name("Énergies de l’Adour", "[long]")])
        self.assertEqual("[long] puis [short]", mask("Energies de l'Adour puis Adour"))

    def test_an_ordinary_word_is_not_found_inside_another(self):
        self.assertEqual("[X], oranges, vermeil", self.mask("Orange", "Meil")("Orange, oranges, vermeil"))

    def test_empty_and_strange_names_mask_nothing(self):
        for name in ("", "  ", "—", "\u200b"):
            self.assertEqual("Du texte — et « voilà ».", self.mask(name)("Du texte — et « voilà »."))

    def test_a_long_text_and_many_names_are_quick(self):
        mask = self.mask(*(f"Société Exemple Numéro{number}" for number in range(60)))
        started = time.process_time()
        mask("une phrase ordinaire avec des mots " * 4000)
        self.assertLess(time.process_time() - started, 5)


class TestFigures(unittest.TestCase):
    def test_rates_go(self):
        for text in (
            "TJM 650 € HT/jour",
            "TJM : 650",
            "tarif journalier de 1 200 euros",
            "700€/j",
            "1,2 k€ par jour",
            "85 € / heure",
            "daily rate: £500 per day",
            "CJM 420,50 €",
        ):
            self.assertEqual("…", Mask()(text), text)

    def test_other_figures_stay(self):
        for text in (
            "budget de 2 M€",
            "gain de 300 000 € par an",
            "Python 3.12",
            "taux d’erreur de 3 %",
            "4 To par jour",
        ):
            self.assertEqual(text, Mask()(text))

    def test_contacts_go_where_nobody_is_named(self):
        text = "a.b@exemple.fr 06 12 34 56 78 +33 6 12 34 56 78 https://exemple.org/moi linkedin.com/in/moi"
        self.assertEqual("… … … … …", Mask(contacts=True)(text))
        self.assertEqual(text, Mask()(text))
        self.assertEqual("2019-2020, 12 345 678", Mask(contacts=True)("2019-2020, 12 345 678"))
