// Search and charts.

import { CHARTS } from './chart-choice.js';
import { chart } from './chart.js';
import { element } from './dom.js';
import { restate } from './routes.js';
import { search } from './search.js';

/** @param parameters what is searched for (`q`), the chart and its parameters */
export function home(parameters) {
  let { q = '', ...charted } = Object.fromEntries(parameters);
  if (!CHARTS[charted.chart]) {
    charted.chart = 'top-rated';
  }

  const charts = chart(charted, now => {
    charted = now;
    restate({ q, ...charted });
  });
  const field = search(q, now => {
    q = now;
    charts.hidden = q !== '';
    restate({ q, ...charted });
  });
  charts.hidden = q !== '';
  document.title = 'Marquee';
  return {
    node: element('div', { class: 'home' }, element('h1', { class: 'unseen', tabindex: -1 }, 'Movies'), field, charts),
  };
}
