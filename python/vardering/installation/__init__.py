"""Installation for one Windows user without administrator rights: what is put where, taken away, and looked over."""
