"""One rule a module. The docstring of the module states the rule; KODE is its permanent code."""
