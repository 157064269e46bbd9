"""The real built site in a real browser: what a reader must be able to count on, whatever pages there are."""
