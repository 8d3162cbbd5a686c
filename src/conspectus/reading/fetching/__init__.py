"""Pages from the web, safely and politely: the only place where Conspectus reads from other machines.

Imported only where an address or a feed is given.
"""
