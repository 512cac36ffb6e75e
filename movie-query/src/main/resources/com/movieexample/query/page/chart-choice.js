// Which chart, of which genre and years.

import * as api from './api.js';
import { element } from './dom.js';
import { toHome } from './routes.js';

export const CHARTS = { 'top-rated': 'Top rated', 'most-rated': 'Most rated', trending: 'Trending' };

/** @param changed gets the parameter and its new value */
export function chartChoice(values, changed) {
  return element('div', { class: 'choice' },
    element('nav', { 'aria-label': 'Charts' }, ...Object.entries(CHARTS).map(([name, title]) => tab(name, title, values))),
    element('div', { class: 'filters' },
      labelled('Genre', genre(values.genre ?? '', changed)),
      labelled('From', year('fromYear', values.fromYear, 'First year', changed)),
      labelled('to', year('toYear', values.toYear, 'Last year', changed))));
}

function tab(name, title, { genre, fromYear, toYear, chart }) {
  const here = name === chart;
  return element('a', { href: toHome({ chart: name, genre, fromYear, toYear }), 'aria-current': here && 'page' }, title);
}

function labelled(text, field) {
  return element('label', {}, element('span', {}, text), field);
}

/** Until the genres are known, it has the one that is chosen. */
function genre(chosen, changed) {
  const select = element('select', { name: 'genre', onchange: () => changed('genre', select.value) },
    option('', 'all genres', chosen), chosen ? option(chosen, chosen, chosen) : null);
  api.genres().then(
    ({ genres }) => select.replaceChildren(option('', 'all genres', chosen),
      ...genres.map(({ genre, movies }) => option(genre, genre + ' (' + movies + ')', chosen))),
    () => {});
  return select;
}

function option(value, text, chosen) {
  return element('option', { value, selected: value === chosen }, text);
}

function year(name, value, label, changed) {
  return element('input', {
    type: 'number', class: 'number', name, value, min: 1, max: 9999, placeholder: 'any', 'aria-label': label,
    onchange: event => event.target.reportValidity() && changed(name, event.target.value),
  });
}
