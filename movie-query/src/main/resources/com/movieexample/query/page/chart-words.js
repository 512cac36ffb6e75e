// What a chart goes by, in words, with the number in it that can be changed.

import { element } from './dom.js';
import * as figures from './figures.js';

/** @param changed gets the parameter of the number, and its new value */
export function chartWords(chart, changed) {
  return element('p', { class: 'words' }, ...words(chart, changed));
}

function words(chart, changed) {
  if (chart.chart === 'top-rated') {
    return topRated(chart, changed);
  }
  return chart.chart === 'trending' ? trending(chart, changed) : ['By the number of ratings.'];
}

function topRated({ minimum, prior }, changed) {
  const field = number('minimum', minimum, 0, 1_000_000_000, 'Ratings that each movie is given beforehand', changed);
  const usual = prior === undefined ? 'the mean of all' : figures.plain(prior) + ', what is usual';
  return ['By the mean, as if each movie had ', field, ' more ratings of ' + usual
    + '. So a few good ratings don’t lead the chart.'];
}

function trending({ halfLifeDays, day }, changed) {
  const field = number('halfLifeDays', halfLifeDays, 0.1, 365, 'Days after which a rating counts half', changed);
  return ['By ratings up to ' + figures.date(day) + ', of which those ', field, ' days old count half.'];
}

function number(name, value, min, max, label, changed) {
  return element('input', {
    type: 'number', class: 'number', name, value, min, max, step: min === 0 ? 1 : 'any', 'aria-label': label,
    onchange: event => {
      if (event.target.value !== '' && event.target.reportValidity()) {
        changed(name, event.target.value);
      }
    },
  });
}
