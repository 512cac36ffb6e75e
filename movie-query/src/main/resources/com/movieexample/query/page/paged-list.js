// A list that grows by "Show more".

import { announce } from './announcer.js';
import { element } from './dom.js';
import { failure } from './failure.js';

/**
 * @param load gets the token of a page, empty for the first, and a signal that ends it; it promises the lines of the page
 *     and the token of the next one: `{ lines, next }`
 * @param named what the list is, for screen readers
 * @returns the list, `start` that shows its first page, and `stop`
 */
export function pagedList(load, named) {
  const list = element('ol', { class: 'lines', 'aria-label': named });
  const below = element('div', { class: 'below' });
  const node = element('div', {}, list, below);
  const ending = new AbortController();

  async function show(token) {
    below.replaceChildren(element('p', { class: 'loading' }, 'Loading …'));
    try {
      const { lines, next } = await load(token, ending.signal);
      list.append(...lines);
      below.replaceChildren(...(next ? [more(next)] : []));
      if (token) {
        lines[0]?.querySelector('a').focus();
        announce(lines.length + ' more are shown.');
      }
    } catch (e) {
      if (!ending.signal.aborted) {
        below.replaceChildren(failure('The list could not be loaded.', e, () => show(token)));
      }
    }
  }

  function more(next) {
    return element('button', { type: 'button', class: 'more', onclick: () => show(next) }, 'Show more');
  }

  return { node, start: () => show(''), stop: () => ending.abort() };
}
