"""What is taken out of a text before anything is done with it."""

from bluegether.core.kit.text import cleaned
import unittest


class TestText(unittest.TestCase):
    def test_signs_that_deceive_are_taken_out(self):
        self.assertEqual("abcd e", cleaned("  a\u202eb\u200bc\u2066d\ufeff\u0000 e \r\n"))
        self.assertEqual("a\n\nb", cleaned("a\n\n\n\n\nb"))
        self.assertEqual("👩\u200d💻", cleaned("👩\u200d💻"))
