A launch cockpit leads sponsor and animator through the seven steps that make the portal a success: owner, date, proof, state.
