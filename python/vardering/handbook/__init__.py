"""The handbook: chapters in plain Swedish with lists from the declarations, made into one page and a PDF."""
