// The mean of a movie, of how many ratings, and its weighted score.

import { element } from './dom.js';
import * as figures from './figures.js';

/** @param weighted null while it is not known */
export function movieFigures({ count, mean }, weighted) {
  return element('div', { class: 'figures' },
    element('p', { class: 'mean' }, count ? figures.mean(mean) : '–', element('span', {}, of(count))),
    weighted?.score === undefined ? null : element('p', { class: 'weighted' }, words(weighted)));
}

function of(count) {
  return count ? ' the mean of ' + figures.counted(count, 'rating') : ' nobody has rated it yet';
}

function words({ score, minimum, prior }) {
  return 'Weighted ' + figures.mean(score) + ': as if ' + figures.count(minimum) + ' more had given '
    + figures.plain(prior) + ', the mean of all ratings.';
}

/** For screen readers, when they change. */
export function spoken({ count, mean }) {
  return figures.counted(count, 'rating') + (count ? ', mean ' + figures.mean(mean) : '') + '.';
}
