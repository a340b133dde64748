"""Onboarding: the launch cockpit of sponsor and animator.

Such a portal fails when it is left to itself: the steps that make it a success each have an owner, a date, a proof
and a state. Permissions: BlueGether: Lead Launch, BlueGether: Report Launch Step. Events: `LaunchStepDone`.
Pages: `@@launch`, `@@launch-step`. REST: `@launch`. Home card: `launch`. Storage: one annotation of the site.
"""
