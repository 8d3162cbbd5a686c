"""A simulated OpenAI-compatible endpoint: a measuring instrument, on loopback only.

It computes its answers at once, lets them take the time that a hosted model would take, counts everything the
client does, and misbehaves on demand. `python -m bench.endpoint --help` lists its settings.

Answers depend only on the seed, the request and how often that request came, never on time or order of arrival.
Quotes are whole sentences of the article in the prompt, statements that belong to a quote are the same words,
yes-or-no questions are answered yes, and reports are of one event if they have one headline: what a gate refuses then
is the client's own doing. How good a briefing is can't be measured here.

Latency of an answer, in simulated seconds (real ones are divided by `--scale`): ttft + tp x prompt tokens + tg x
answer tokens, times a log-normal jitter. A token is four characters; instrument marks don't count.

Dependencies between calls are seen in two ways: every answer carries an id (ref-xxxxxxxx) in a free text field, and a
later prompt that holds it depends on it; and a prompt without an article in it (article ids are ART-0000) depends on
the answers whose quotes it repeats, as lines or sentences of their own or behind a claim's id and outlet. The
critical path, the longest chain of dependent calls, is the wall-clock time of a client that costs nothing and waits
for nothing else.

Faults are probabilities per request, drawn in this order: p429 (with Retry-After), p500, preset (connection reset),
ptrunc (half an answer, finish_reason length), pbadjson (finish_reason stop), phang. Limits: `max_concurrency`, `rpm`
and `tpm` answer 429 beyond them; `context_window` answers 400.
`prefix_least` and `prefix_step` (tokens) say what of a prompt that begins like an earlier one counts as cached.
"""
