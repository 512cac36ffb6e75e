// How often each value was given: bars to look at, and a table for those who listen.

import { element } from './dom.js';
import * as figures from './figures.js';

const USUAL = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

export function histogram({ histogram, count }) {
  const rows = bars(histogram);
  const most = Math.max(1, ...rows.map(row => row.count));
  return element('table', { class: 'histogram' },
    element('caption', {}, 'Ratings by value'),
    element('thead', { class: 'unseen' },
      element('tr', {}, element('th', { scope: 'col' }, 'Stars'), element('th', { scope: 'col' }, 'Ratings'))),
    element('tbody', {}, ...rows.map(row => line(row, most, count))));
}

/** The highest first; on another scale than the usual one, those that occur. */
function bars(histogram) {
  const counts = new Map(histogram.map(bucket => [bucket.value, bucket.count]));
  const usual = histogram.every(bucket => USUAL.includes(bucket.value));
  const values = usual ? USUAL : histogram.map(bucket => bucket.value);
  return values.map(value => ({ value, count: counts.get(value) ?? 0 })).reverse();
}

function line({ value, count }, most, all) {
  const bar = element('span', { class: 'bar', hidden: count === 0 });
  bar.style.setProperty('--share', count / most);
  const percent = all ? Math.round(100 * count / all) + '%' : '0%';
  return element('tr', { title: percent + ' of all' },
    element('th', { scope: 'row' }, String(value)),
    element('td', {}, bar, element('span', { class: 'number-of' }, figures.count(count))));
}
