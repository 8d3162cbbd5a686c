(function () {
  'use strict';
  var root = document.documentElement;
  var panel = document.getElementById('evidence');
  var body = panel.querySelector('.body');
  var sentences = Array.prototype.slice.call(document.querySelectorAll('.s'));
  var open = null;
  root.classList.add('js');

  document.querySelector('.top .how').append(' ' + panel.dataset.keys);

  // A bare number says little to those who hear it.
  Array.prototype.forEach.call(document.querySelectorAll('.s sup a'), function (link) {
    var who = byId(link.getAttribute('href').slice(1)).querySelector('b');
    link.setAttribute('aria-label', filled(panel.dataset.evidence, link.textContent, who.textContent));
  });

  function filled(said, number, name) { return said.replace('#', number).replace('@', function () { return name; }); }

  function byId(id) { return id ? document.getElementById(id) : null; }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (text) { made.textContent = text; }
    return made;
  }

  // A copy must not share the ids of what it copies; a mark keeps its own as a name.
  function copy(node) {
    var made = node.cloneNode(true);
    [made].concat(Array.prototype.slice.call(made.querySelectorAll('[id]'))).forEach(function (each) {
      if (each.id) { each.dataset.was = each.id; }
      each.removeAttribute('id');
    });
    return made;
  }

  function named(tag, name) { tag.className = name; return tag; }

  // The whole of a quote bears its id; the pieces of one that others overlap have its number.
  function marksOf(note, within) {
    var number = note.firstElementChild.firstElementChild.textContent;
    var id = 'q-' + note.id.slice(2);
    var sought = 'mark[id="' + id + '"],mark[data-was="' + id + '"],mark[data-n~="' + number + '"]';
    return Array.prototype.slice.call(within.querySelectorAll(sought));
  }

  function lit(block, note) {
    marksOf(note, block).forEach(function (mark) { mark.classList.add('on'); });
    return block;
  }

  function near(paragraph, side) {
    var box = make('div', 'near ' + side);
    box.appendChild(copy(paragraph));
    return box;
  }

  // The quote in its paragraph, with the ends of the paragraphs around it.
  function inPlace(note, text) {
    var shown = make('blockquote');
    ['lang', 'dir'].forEach(function (name) {
      if (text.hasAttribute(name)) { shown.setAttribute(name, text.getAttribute(name)); }
    });
    var paragraphs = Array.prototype.slice.call(text.children).filter(function (each) {
      return marksOf(note, each).length > 0;
    });
    var before = paragraphs[0].previousElementSibling;
    var after = paragraphs[paragraphs.length - 1].nextElementSibling;
    if (before) { shown.appendChild(near(before, 'before')); }
    paragraphs.forEach(function (each) { shown.appendChild(lit(copy(each), note)); });
    if (after) { shown.appendChild(near(after, 'after')); }
    return shown;
  }

  function whole(note, text) {
    var shown = lit(copy(text), note);
    shown.classList.add('whole');
    shown.tabIndex = 0;
    shown.setAttribute('role', 'region');
    shown.setAttribute('aria-label', panel.dataset.wholeArticle);
    return shown;
  }

  function cardOf(note) {
    var card = make('section', 'card');
    card.dataset.note = note.id;
    var place = byId('q-' + note.id.slice(2));
    var text = place && place.closest('.text');
    var title = note.querySelector('.t') || (text && text.parentNode.querySelector('summary .t'));
    var source = named(copy(note.firstElementChild), 'src');
    var again = source.querySelector('i');
    if (again) { again.remove(); }
    card.appendChild(source);
    if (title) { card.appendChild(make('p', 't', title.textContent)); }
    var quote = text ? inPlace(note, text) : copy(note.querySelector('blockquote'));
    card.appendChild(quote);
    var how = named(copy(note.lastElementChild), 'how');
    Array.prototype.forEach.call(how.querySelectorAll('a'), function (link) { link.replaceWith(link.textContent); });
    if (text) { how.append(' '); }
    card.appendChild(how);
    if (text) {
      var more = make('button', '', panel.dataset.wholeArticle);
      more.type = 'button';
      more.setAttribute('aria-expanded', 'false');
      more.addEventListener('click', function () {
        var grow = more.getAttribute('aria-expanded') === 'false';
        var next = grow ? whole(note, text) : inPlace(note, text);
        card.replaceChild(next, quote);
        quote = next;
        more.setAttribute('aria-expanded', String(grow));
        more.textContent = grow ? panel.dataset.onlyPassage : panel.dataset.wholeArticle;
        if (grow) { next.scrollTop = next.querySelector('.on').offsetTop - next.offsetTop - next.clientHeight / 3; }
      });
      how.appendChild(more);
    }
    return card;
  }

  function notesOf(sentence) {
    return Array.prototype.map.call(sentence.querySelectorAll('sup a'), function (link) {
      return byId(link.getAttribute('href').slice(1));
    }).filter(Boolean);
  }

  // What stands beside a sentence says how it stands; the panel may cover it, so it says it again.
  function standingOf(sentence, block) {
    var said = block.querySelectorAll('.m > p')[Array.prototype.indexOf.call(block.querySelectorAll('.s'), sentence)];
    var box = said && make('div', 'm');
    if (box) { box.appendChild(copy(said)); }
    return box;
  }

  function address(hash, push) {
    var target = location.href.split('#')[0] + hash;
    try {
      history[push ? 'pushState' : 'replaceState'](null, '', target);
    } catch (refused) { /* Some viewers keep a page's address to themselves. */ }
  }

  function show(sentence, wanted, options) {
    var notes = notesOf(sentence);
    var stepping = open !== null;
    hide();
    open = sentence;
    sentence.classList.add('open');
    sentence.setAttribute('aria-current', 'true');
    body.textContent = '';
    var check = panel.getAttribute('data-' + ('v' in sentence.dataset ? sentence.dataset.v : 'quoted'));
    var block = sentence.closest('.side, .row');
    var standing = standingOf(sentence, block);
    if (standing) { body.appendChild(standing); }
    var told = notes.length + ' ' + panel.dataset.quotes.split('|')[notes.length === 1 ? 0 : 1];
    body.appendChild(make('p', 'stand', check ? filled(panel.dataset.told, told, check) : told));
    notes.forEach(function (note) { body.appendChild(cardOf(note)); });
    sentence.closest('p, h1, h2').insertAdjacentElement('afterend', panel);
    panel.hidden = false;
    panel.scrollTop = 0;
    if (options.record) { address('#' + sentence.id, !stepping); }
    var card = wanted && Array.prototype.find.call(body.children, function (each) {
      return each.dataset.note === wanted;
    });
    if (card && card !== body.querySelector('.card')) { card.scrollIntoView({ block: 'nearest' }); }
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
    var last = open;
    if (!last) { return; }
    hide();
    address('', false);
    var link = last.querySelector('sup a');
    if (link) { link.focus({ preventScroll: true }); }
  }

  function here() {
    if (open) { return sentences.indexOf(open); }
    var focused = document.activeElement.closest('.s');
    if (focused) { return sentences.indexOf(focused); }
    // Nothing chosen yet: begin with what is on the screen.
    return sentences.findIndex(function (each) { return each.getBoundingClientRect().top >= 0; }) - 1;
  }

  function step(by) {
    var next = sentences[Math.min(Math.max(here() + by, 0), sentences.length - 1)];
    if (next && next !== open) { show(next, null, { record: true, step: true }); }
  }

  function follow() {
    var id = location.hash.slice(1);
    var target = byId(id);
    if (!target) { return hide(); }
    if (target.matches('.s')) { return show(target, null, {}); }
    if (target.matches('.notes > li')) {
      var citing = document.querySelector('.s sup a[href="#' + CSS.escape(id) + '"]');
      if (citing) {
        show(citing.closest('.s'), id, {});
        open.scrollIntoView({ block: 'center' });
      }
      return undefined;
    }
    var folded = target.closest('details');
    if (folded && !folded.open) {
      folded.open = true;
      target.scrollIntoView();
    }
    return undefined;
  }

  document.addEventListener('click', function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) { return; }
    var sentence = event.target.closest('.s');
    var number = event.target.closest('sup a');
    if (number && sentence) {
      event.preventDefault();
      show(sentence, number.getAttribute('href').slice(1), { record: true, into: event.detail === 0 });
      return;
    }
    if (!sentence || event.target.closest('a, button') || !getSelection().isCollapsed) { return; }
    if (sentence === open) { close(); } else { show(sentence, null, { record: true }); }
  });

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var key = event.key;
    if (key === 'Escape' && open) { close(); }
    else if (key === 'j' || (open && key === 'ArrowRight')) { step(1); }
    else if (key === 'k' || (open && key === 'ArrowLeft')) { step(-1); }
    else if (key === 'Enter' && document.activeElement === open && open) { panel.focus(); }
    else { return; }
    event.preventDefault();
  });

  panel.querySelector('.close').addEventListener('click', close);
  panel.querySelector('.next').addEventListener('click', function () { step(1); });
  panel.querySelector('.prev').addEventListener('click', function () { step(-1); });
  addEventListener('hashchange', follow);
  if (location.hash) { follow(); }
})();
