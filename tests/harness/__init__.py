"""Everything a test needs to drive the site in a real browser; tests/conftest.py makes fixtures of it."""
