"""Templates and plans: one definition each, from which every format of a form is made."""
