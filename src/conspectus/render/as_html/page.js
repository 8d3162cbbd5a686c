(() => {
  'use strict';
  const byId = (id) => (id ? document.getElementById(id) : null);
  const all = (sought, within = document) => [...within.querySelectorAll(sought)];
  const panel = byId('evidence');
  const body = panel.querySelector('.body');
  const said = panel.dataset;
  // A sentence's id begins with s, a note's with n, and that of its quote in the article with q.
  const sentences = all('[id^=s]');
  const notes = all('#notes li');
  const numbersOf = (sentence) => all(':scope > a', sentence);
  const targetOf = (link) => byId(link.hash.slice(1));
  const filled = (text, number, name) => text.replace('#', () => number).replace('@', () => name);
  let open = null;

  function make(tag, name, ...children) {
    const made = document.createElement(tag);
    if (name) { made.className = name; }
    made.append(...children);
    return made;
  }

  document.documentElement.classList.add('js');
  // A phone has no keys to step with.
  if (!matchMedia('(hover: none)').matches) { document.querySelector('.top .how').append(' ' + said.keys); }

  // What a sentence says is set apart from its numbers, so that it alone is underlined and lit.
  for (const sentence of sentences) {
    if (sentence.firstChild?.nodeName !== 'BDI') {
      const words = make('bdi');
      while (sentence.firstChild && !sentence.firstChild.matches?.('a, small, .orig')) { words.append(sentence.firstChild); }
      sentence.prepend(words);
    }
    for (const link of numbersOf(sentence)) {
      const note = targetOf(link);
      // A bare number says little to those who hear it.
      link.setAttribute('aria-label', filled(said.evidence, link.textContent, note.querySelector('b').textContent));
      note.dataset.cited ||= sentence.id;
    }
  }
  // A note's number leads back to the first sentence that it supports.
  notes.forEach((note, at) => {
    const number = make(note.dataset.cited ? 'a' : 'span', '', String(at + 1));
    if (note.dataset.cited) { number.href = '#' + note.dataset.cited; }
    note.prepend(number);
  });

  // A copy must not share the ids of what it copies; a mark keeps its own as a name.
  function copy(node) {
    const made = node.cloneNode(true);
    for (const each of [made, ...all('[id]', made)]) {
      if (each.id) { each.dataset.was = each.id; }
      each.removeAttribute('id');
    }
    return made;
  }

  // The whole of a quote bears its id; the pieces of one that others overlap have its number.
  function marksOf(note, within) {
    const id = 'q' + note.id.slice(1);
    return all(`mark[id="${id}"],mark[data-was="${id}"],mark[data-n~="${notes.indexOf(note) + 1}"]`, within);
  }

  function lit(block, note) {
    marksOf(note, block).forEach((mark) => mark.classList.add('on'));
    return block;
  }

  const near = (paragraph, side) => make('div', 'near ' + side, copy(paragraph));

  // The quote in its paragraph, with the ends of the paragraphs around it.
  function inPlace(note, text) {
    const shown = make('blockquote');
    if (text.lang) { shown.lang = text.lang; }
    const paragraphs = [...text.children].filter((each) => marksOf(note, each).length);
    const before = paragraphs[0].previousElementSibling;
    const after = paragraphs.at(-1).nextElementSibling;
    if (before) { shown.append(near(before, 'before')); }
    shown.append(...paragraphs.map((each) => lit(copy(each), note)));
    if (after) { shown.append(near(after, 'after')); }
    return shown;
  }

  function whole(note, text) {
    const shown = lit(copy(text), note);
    shown.className = 'text whole';
    shown.tabIndex = 0;
    shown.setAttribute('role', 'region');
    shown.setAttribute('aria-label', said.wholeArticle);
    return shown;
  }

  // How the quote was checked and where it stands: what the note leaves to its list's first words is said here.
  function checkOf(note) {
    const more = note.querySelector('p');
    const place = note.querySelector(':scope > [href^="#q"]');
    const checked = more ? more.textContent + ' ' : '';
    return place ? checked + filled(more ? said.found : said.own, ...place.textContent.split('–')) : checked;
  }

  function cardOf(note) {
    const card = make('section', 'card');
    card.dataset.note = note.id;
    const place = byId('q' + note.id.slice(1));
    const text = place && place.closest('details > div');
    const article = text && text.parentNode.querySelector('summary');
    const title = (article || note).querySelector(article ? 'i:not(:empty)' : 'i');
    const when = article ? article.lastChild.textContent : note.childNodes[2].textContent;
    card.append(make('p', 'src', copy(note.firstChild), copy(note.querySelector('b')), when));
    if (title) { card.append(make('p', 't', title.textContent)); }
    let quote = text ? inPlace(note, text) : copy(note.querySelector('blockquote'));
    card.append(quote);
    const how = make('p', 'how', checkOf(note));
    card.append(how);
    if (text) {
      const more = make('button', '', said.wholeArticle);
      more.type = 'button';
      more.setAttribute('aria-expanded', 'false');
      more.addEventListener('click', () => {
        const grow = more.getAttribute('aria-expanded') === 'false';
        const next = grow ? whole(note, text) : inPlace(note, text);
        quote.replaceWith(next);
        quote = next;
        more.setAttribute('aria-expanded', String(grow));
        more.textContent = grow ? said.onlyPassage : said.wholeArticle;
        if (grow) { next.scrollTop = next.querySelector('.on').offsetTop - next.offsetTop - next.clientHeight / 3; }
      });
      how.append(' ', more);
    }
    return card;
  }

  // What stands beside a sentence says how it stands; the panel may cover it, so it says it again.
  function standingOf(sentence) {
    const point = sentence.closest('.points > li');
    const row = sentence.closest('.row');
    const told = point ? point.querySelector(':scope > p:last-of-type')
      : row && all(':scope > .m > p', row)[all('[id^=s]', row).indexOf(sentence)];
    return told && make('div', 'm', copy(told));
  }

  function address(hash, push) {
    try {
      history[push ? 'pushState' : 'replaceState'](null, '', location.href.split('#')[0] + hash);
    } catch { /* Some viewers keep a page's address to themselves. */ }
  }

  function show(sentence, wanted, options) {
    const cited = numbersOf(sentence).map(targetOf).filter(Boolean);
    const stepping = open !== null;
    hide();
    open = sentence;
    sentence.classList.add('open');
    sentence.setAttribute('aria-current', 'true');
    const check = panel.getAttribute('data-' + (sentence.dataset.v ?? 'quoted'));
    const told = `${cited.length} ${said.quotes.split('|')[cited.length === 1 ? 0 : 1]}`;
    const standing = standingOf(sentence);
    // Below what it rests on, where others give a figure of it.
    const others = standing ? all('[href^="#n"]', standing).map(targetOf).filter((note) => !cited.includes(note)) : [];
    const cards = [...cited, ...others].map(cardOf);
    body.replaceChildren(
      standing || '',
      make('p', 'stand', check ? filled(said.told, told, check) : told),
      ...cards,
    );
    sentence.closest('p, h1, h2').after(panel);
    panel.hidden = false;
    panel.scrollTop = 0;
    if (options.record) { address('#' + sentence.id, !stepping); }
    const card = wanted && cards.find((each) => each.dataset.note === wanted);
    if (card && card !== cards[0]) { card.scrollIntoView({ block: 'nearest' }); }
    if (options.into) { panel.focus({ preventScroll: true }); }
    if (options.step) {
      sentence.tabIndex = -1;
      sentence.focus({ preventScroll: true });
      sentence.scrollIntoView({ block: 'nearest' });
    }
  }

  function hide() {
    if (!open) { return; }
    open.classList.remove('open');
    open.removeAttribute('aria-current');
    open = null;
    panel.hidden = true;
  }

  function close() {
    const last = open;
    if (!last) { return; }
    hide();
    address('', false);
    numbersOf(last)[0]?.focus({ preventScroll: true });
  }

  function here() {
    const at = open || document.activeElement.closest('[id^=s]');
    if (at) { return sentences.indexOf(at); }
    // Nothing chosen yet: begin with what is on the screen.
    return sentences.findIndex((each) => each.getBoundingClientRect().top >= 0) - 1;
  }

  function step(by) {
    const next = sentences[Math.min(Math.max(here() + by, 0), sentences.length - 1)];
    if (next && next !== open) { show(next, null, { record: true, step: true }); }
  }

  function follow() {
    const target = byId(location.hash.slice(1));
    if (!target) { return hide(); }
    if (sentences.includes(target)) { return show(target, null, {}); }
    if (notes.includes(target)) {
      const citing = byId(target.dataset.cited);
      if (citing) {
        show(citing, target.id, {});
        open.scrollIntoView({ block: 'center' });
      }
      return undefined;
    }
    const folded = target.closest('details');
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
    return undefined;
  }

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) { return; }
    const link = event.target.closest('a');
    const sentence = event.target.closest('[id^=s]');
    if (link && link.parentNode === sentence) {
      event.preventDefault();
      show(sentence, link.hash.slice(1), { record: true, into: event.detail === 0 });
      return;
    }
    if (!sentence || link || !getSelection().isCollapsed) { return; }
    if (sentence === open) { close(); } else { show(sentence, null, { record: true }); }
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const key = event.key;
    if (key === 'Escape' && open) { close(); }
    else if (key === 'j' || (open && key === 'ArrowRight')) { step(1); }
    else if (key === 'k' || (open && key === 'ArrowLeft')) { step(-1); }
    else if (key === 'Enter' && document.activeElement === open && open) { panel.focus(); }
    else { return; }
    event.preventDefault();
  });

  panel.querySelector('.close').addEventListener('click', close);
  panel.querySelector('.next').addEventListener('click', () => step(1));
  panel.querySelector('.prev').addEventListener('click', () => step(-1));
  addEventListener('hashchange', follow);
  if (location.hash) { follow(); }
})();
