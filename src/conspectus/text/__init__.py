"""Pure text work: folding, alignment, sentences, facts. Offsets are characters throughout."""
