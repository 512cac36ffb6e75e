// A chart with what it can be asked for.

import * as api from './api.js';
import { announce } from './announcer.js';
import { chartChoice, CHARTS } from './chart-choice.js';
import { chartWords } from './chart-words.js';
import { element } from './dom.js';
import * as figures from './figures.js';
import { movieLine } from './movie-line.js';
import { pagedList } from './paged-list.js';

const PAGE_SIZE = 20;
const PARAMETERS = ['genre', 'fromYear', 'toYear', 'minimum', 'halfLifeDays'];

/**
 * @param values `chart` and those of its parameters that are not as usual
 * @param restated is told what they are now
 */
export function chart(values, restated) {
  const section = element('section', { class: 'chart', 'aria-label': 'Charts' });
  const words = element('div', {});
  let shown = values;
  let list;

  function changed(name, value) {
    shown = { ...shown, [name]: value };
    restated(shown);
    load(true);
  }

  function load(again) {
    list?.stop();
    const next = pagedList((token, signal) => page(token, signal, again), CHARTS[shown.chart]);
    list ? list.node.replaceWith(next.node) : section.append(next.node);
    list = next;
    list.start();
  }

  async function page(pageToken, signal, again) {
    const asked = Object.fromEntries(PARAMETERS.map(name => [name, shown[name]]));
    const answer = await api.chart(shown.chart, { ...asked, pageSize: PAGE_SIZE, pageToken }, signal);
    if (!pageToken) {
      explain(answer);
      again && announce(answer.total ? figures.counted(answer.total, 'movie') + ' in the chart.' : 'No movie.');
    }
    const lines = answer.entries.map(({ rank, score, movie }) => movieLine(movie, rank, scored(shown.chart, score)));
    return { lines, next: answer.nextPageToken };
  }

  /** The field that is being used stays as it is. */
  function explain(answer) {
    if (!words.contains(document.activeElement)) {
      words.replaceChildren(chartWords(answer, changed));
    }
    words.querySelector('.none')?.remove();
    if (answer.total === 0) {
      words.append(element('p', { class: 'none' }, 'No movie is in it.'));
    }
  }

  section.append(chartChoice(shown, changed), words);
  load(false);
  return section;
}

function scored(name, score) {
  if (score === undefined) {
    return null;
  }
  return name === 'top-rated' ? 'weighted ' + figures.mean(score) : 'weighs ' + figures.plain(score);
}
