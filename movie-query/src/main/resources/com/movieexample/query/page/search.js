// Search as you type.

import { announce } from './announcer.js';
import * as api from './api.js';
import { element } from './dom.js';
import * as figures from './figures.js';
import { movieLine } from './movie-line.js';
import { pagedList } from './paged-list.js';

const PAUSE_MS = 150;

/**
 * The field, and below it what was found.
 *
 * @param words to begin with
 * @param changed is told what is searched for now; empty for nothing
 */
export function search(words, changed) {
  const field = element('input', {
    id: 'search', type: 'search', maxlength: 200, autocomplete: 'off', spellcheck: 'false',
    placeholder: 'Title of a movie', oninput: pause, onkeydown: leave,
  });
  const found = element('div', { class: 'found', onkeydown: step });
  let timer;
  let list;
  let searched = words;

  function pause() {
    clearTimeout(timer);
    timer = setTimeout(go, PAUSE_MS);
  }

  function go() {
    clearTimeout(timer);
    const now = field.value.trim();
    if (now !== searched) {
      searched = now;
      changed(now);
      find();
    }
  }

  function find() {
    list?.stop();
    if (searched) {
      const heading = element('h2', {}, 'Searching …');
      const q = searched;
      list = pagedList((token, signal) => load(q, token, signal, heading), 'Movies found');
      found.replaceChildren(heading, list.node);
      list.start();
    } else {
      found.replaceChildren();
    }
  }

  async function load(q, pageToken, signal, heading) {
    const { total, movies, nextPageToken } = await api.movies({ q, pageToken }, signal);
    heading.textContent = total ? figures.counted(total, 'movie') + ' found' : 'No movie found';
    if (!pageToken) {
      announce(heading.textContent + '.');
    }
    return { lines: movies.map(movie => movieLine(movie)), next: nextPageToken };
  }

  function leave(event) {
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      go();
      focus(event, 0);
    }
  }

  function step(event) {
    const at = links().indexOf(document.activeElement);
    if (event.key === 'ArrowDown') {
      focus(event, at + 1);
    } else if (event.key === 'ArrowUp' && at >= 0) {
      focus(event, at - 1);
    } else if (event.key === 'Escape') {
      field.focus();
    }
  }

  /** Before the first one is the field. */
  function focus(event, at) {
    const target = at < 0 ? field : links()[at];
    if (target) {
      event.preventDefault();
      target.focus();
    }
  }

  function links() {
    return [...found.querySelectorAll('li a')];
  }

  field.value = words;
  find();
  return element('search', {}, element('label', { for: 'search' }, 'Find a movie'), field, found);
}
