"""Templates and plans: one definition each, from which every face of a form is made."""
