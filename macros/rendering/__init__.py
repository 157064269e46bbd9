"""Records as text, tables and HTML. Pure: nothing here opens files of the project or knows MkDocs.

tekst: small things in plain bokmål. columns and tables: tables as data. html: the templates of maler/. example: the parts
of an example's page. figurer: drawings as SVG.
"""
