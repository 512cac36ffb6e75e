// Ratings per day, as a small plot.

import { drawn, element } from './dom.js';
import * as figures from './figures.js';

const DAY_MS = 86_400_000;
const DAYS = 30;
const STEP = 10;
const HEIGHT = 60;

/** @param daily the days that have ratings, the latest first, up to 30 days back from it */
export function daily(daily) {
  if (daily.length === 0) {
    return null;
  }
  const latest = at(daily[0].day);
  const most = Math.max(...daily.map(day => day.count));
  const total = daily.reduce((sum, day) => sum + day.count, 0);
  const first = new Date(latest - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  return element('figure', { class: 'daily' },
    element('figcaption', {}, 'Ratings per day, at most ' + figures.count(most)),
    drawn('svg', {
      viewBox: '0 0 ' + DAYS * STEP + ' ' + HEIGHT, role: 'img', preserveAspectRatio: 'none',
      'aria-label': figures.counted(total, 'rating') + ' in the 30 days up to ' + figures.date(daily[0].day)
        + ', at most ' + figures.count(most) + ' a day',
    }, ...daily.map(day => column(day, (latest - at(day.day)) / DAY_MS, most))),
    element('div', { class: 'ends', 'aria-hidden': 'true' },
      element('span', {}, figures.date(first)), element('span', {}, figures.date(daily[0].day))));
}

function column({ day, count }, back, most) {
  const height = Math.max(2, HEIGHT * count / most);
  return drawn('rect', { x: (DAYS - 1 - back) * STEP + 1, y: HEIGHT - height, width: STEP - 2, height },
    drawn('title', {}, figures.date(day) + ': ' + figures.counted(count, 'rating')));
}

function at(day) {
  return Date.parse(day + 'T00:00:00Z');
}
