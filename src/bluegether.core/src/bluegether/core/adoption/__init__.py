"""Adoption: how the network lives, in figures that are about nobody in particular.

Counted once a day in the background from what rooms tell (`IContributions`) and from sign-ins; a page reads sums only.
No figure is about fewer than five people. Who has been silent for four weeks is for the animator alone.
Types: none. Permissions: bluegether.ViewAdoption (animators, direction, sponsors), bluegether.ViewSilent (animators),
bluegether.SetAdoption (animators, administrators). Contract: `kit.interfaces.IContributions`.
Pages: `@@adoption` (and `.xlsx`), `@@adoption-silent`, `@@adoption-settings`. REST: `@adoption`.
"""
