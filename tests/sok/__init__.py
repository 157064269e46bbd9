"""How well the search finds (prove.py, run by `kb.py sokeprove`), how fast (fart.py), and what a reader can count on."""
