// A movie as one line of a list.

import * as api from './api.js';
import { element } from './dom.js';
import * as figures from './figures.js';
import { toMovie } from './routes.js';

/** @param rank in a chart; @param score in words; null outside of one */
export function movieLine({ id, metadata, rating }, rank = null, score = null) {
  const mean = element('span', { class: 'mean' });
  const count = element('span', { class: 'about' });
  const line = element('li', { class: 'line' },
    rank === null ? null : element('span', { class: 'rank' }, figures.count(rank)),
    element('div', { class: 'what' },
      element('a', { href: toMovie(id), dir: 'auto' }, metadata.title || id),
      element('span', { class: 'about' }, about(metadata))),
    element('div', { class: 'how' }, mean, count, score && element('span', { class: 'about' }, score)));

  function show(now) {
    mean.textContent = now.count ? figures.mean(now.mean) : '–';
    count.textContent = figures.counted(now.count, 'rating');
  }

  show(rating);
  line.addEventListener('again', () => api.movie(id, {}).then(movie => show(movie.rating), () => {}));
  return line;
}

/** Its movie may have been rated meanwhile. */
export function readAgain(link) {
  link.closest('.line')?.dispatchEvent(new Event('again'));
}

/** For example `1999 · Lana Wachowski · Action, Science Fiction`. */
export function about({ year, director, genres }) {
  return [year, director, genres.join(', ')].filter(part => part).join(' · ');
}
