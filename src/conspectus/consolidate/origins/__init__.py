"""Where reporting comes from: who published an article, and whose words it passes on."""
