"""Figures drawn at build: inline SVG that follows the colours of the page, with title, description and a table behind.

Each module draws one kind from plain data, for a given width, in units of which one is a pixel at normal text size; every
figure is drawn twice, for a narrow and a wide column, and the style sheet shows the one that fits. Colours are classes
(docs/assets/css/figurer.css). The common chart libraries (pygal, matplotlib, Altair) write their colours as style
elements or attributes, which the policy of the pages refuses, and draw for one width only; so the drawing is ours.
"""
