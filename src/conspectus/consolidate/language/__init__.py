"""What words tell in general, by language: opposites, speakers, hours, what newsrooms count, what a word is about."""
