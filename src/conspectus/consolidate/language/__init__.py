"""What words tell in general, by language: denials, speakers, acts, what newsrooms count, what a word is about."""
