"""Tests; a package, so that `tests.harness` is ours and not one that some library left behind."""
