"""Ways to find what one needs: the map of practice, municipalities that are alike, examples side by side, related pages.

All pure: a base in; cells, rows and reasons in words out. What the browser needs of it is written as scripts that set a
value (skript.py), since nothing can be fetched from disk; frontend/finne/ reads them.
"""
