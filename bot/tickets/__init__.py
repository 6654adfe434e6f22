"""Cases that a human has to answer: who asked, about what, who took it, what was said."""
