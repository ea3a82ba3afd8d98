"""Outside judges of our files: LibreOffice, Microsoft's Open XML SDK, openxml-audit, and our own look at the parts."""
