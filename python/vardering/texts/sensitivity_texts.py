"""Words of the sheet Känslighet."""

INTRO = "Hur säkert är resultatet? Spannet från låg till hög kommer från raderna. Bladet är låst utan lösenord."
