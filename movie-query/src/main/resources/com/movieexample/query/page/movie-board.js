// What is known of a movie, like the board of a cinema.

import { element } from './dom.js';
import { about } from './movie-line.js';

export function movieBoard() {
  const heading = element('h1', { tabindex: -1, dir: 'auto' });
  const facts = element('div', {});
  title('…');

  function title(text) {
    if (heading.textContent !== text) {
      heading.textContent = text;
      document.title = text === '…' ? 'Marquee' : text + ' – Marquee';
    }
  }

  function show({ id, metadata }) {
    title(metadata.title || id);
    facts.replaceChildren(element('p', {}, about(metadata)),
      metadata.description ? element('p', { class: 'description', dir: 'auto' }, metadata.description) : '');
  }

  return { node: element('div', { class: 'board' }, heading, facts), title, show };
}
