"""What one report puts in place of an amount or a time that another gives."""
