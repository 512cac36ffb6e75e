// The page of a movie: what it is, what people think of it, and what you do.

import { announceNowAndThen, hush } from './announcer.js';
import * as api from './api.js';
import { daily } from './daily.js';
import { element } from './dom.js';
import { failure } from './failure.js';
import { histogram } from './histogram.js';
import { follow } from './live.js';
import { movieBoard } from './movie-board.js';
import { movieFigures, spoken } from './movie-figures.js';
import { ownRating } from './own-rating.js';
import { onUser, userId } from './user.js';

/** The weighted score and the days follow the counts after this. */
const CALM_MS = 3_000;

export function movie(id) {
  const ending = new AbortController();
  const board = movieBoard();
  const own = ownRating(id, read);
  const numbers = element('div', {});
  const bars = element('div', {});
  const stream = element('p', { class: 'stream' });
  const days = element('div', {});
  const trouble = element('div', {});
  const rest = element('div', { class: 'columns', hidden: true },
    element('div', {}, numbers, stream), own.node, bars, days);
  let shown = null;
  let turns = 0;
  let latest = 0;
  let timer;
  let endLive = () => {};

  /** Of two reads at once the one that was asked last stands. */
  async function read() {
    const turn = ++turns;
    const answer = await api.movie(id, { include: ['score', 'daily'], userId: userId() }, ending.signal);
    if (turn > latest) {
      latest = turn;
      show(answer);
      own.show(answer.own);
      days.replaceChildren(daily(answer.daily) ?? '');
    }
  }

  function show(answer) {
    shown = answer;
    board.show(answer);
    numbers.replaceChildren(movieFigures(answer.rating, answer.weighted));
    bars.replaceChildren(histogram(answer.rating));
  }

  function heard(answer) {
    const before = shown.rating;
    show({ ...answer, weighted: shown.weighted });
    if (before.count !== answer.rating.count || before.sum !== answer.rating.sum) {
      announceNowAndThen(spoken(answer.rating));
      clearTimeout(timer);
      timer = setTimeout(() => read().catch(() => {}), CALM_MS);
    }
  }

  function here(there) {
    stream.classList.toggle('live', there);
    stream.textContent = there ? 'Live' : 'Not live just now; it is being tried again.';
  }

  async function begin() {
    trouble.replaceChildren(element('p', { class: 'loading' }, 'Loading …'));
    try {
      await read();
      trouble.replaceChildren();
      rest.hidden = false;
      endLive = follow(api.live(id), 'movie', heard, here);
    } catch (e) {
      fail(e, begin);
    }
  }

  function fail(e, again) {
    if (ending.signal.aborted) {
      return;
    }
    if (!shown) {
      board.title(e.status === 404 ? 'Not on the programme' : 'Intermission');
    }
    trouble.replaceChildren(failure('The movie could not be loaded.', e, again));
  }

  async function readForUser() {
    try {
      await read();
      trouble.replaceChildren();
    } catch (e) {
      fail(e, readForUser);
    }
  }

  const endUser = onUser(() => shown && readForUser());
  begin();
  return {
    node: element('article', { class: 'movie' }, board.node, trouble, rest),
    stop() {
      ending.abort();
      clearTimeout(timer);
      endLive();
      endUser();
      hush();
    },
  };
}
