"""What the installation says when it goes well."""

INSTALLING = "Installerar Värderingsmodellen. Det tar upp till en minut."
INSTALLED = "Värderingsmodellen {version} är installerad i {folder}. Starta om Excel: där finns nu fliken Värdering."
UNINSTALLED = "Värderingsmodellen är borttagen. Era arbetsböcker finns kvar."
