// One's own rating: stars in halves, and a way to take it back.

import { announce } from './announcer.js';
import * as api from './api.js';
import { element } from './dom.js';
import { failure } from './failure.js';
import * as figures from './figures.js';
import { enterUser, userId } from './user.js';

const VALUES = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];
/** With the arrow keys one comes past values that one doesn't mean. */
const SETTLED_MS = 700;

/** @param readBack is called when a change is in the log, and promises that what it did is shown */
export function ownRating(id, readBack) {
  const said = element('p', { class: 'said' });
  const away = element('button', { type: 'button', hidden: true, onclick: takeAway }, 'Take it away');
  const who = element('button', { type: 'button', hidden: true, onclick: enterUser }, 'Say who you are');
  const troubles = element('div', {});
  const stars = element('fieldset', { class: 'stars' },
    element('legend', {}, 'Your rating'),
    element('div', { class: 'halves' }, ...VALUES.map(half)));
  let byKey = false;
  let settling;
  let changes = 0;
  let known;

  stars.addEventListener('keydown', () => byKey = true);
  stars.addEventListener('pointerdown', () => byKey = false);
  stars.addEventListener('change', choose);

  function choose({ target }) {
    const value = Number(target.value);
    said.textContent = figures.stars(value);
    clearTimeout(settling);
    settling = setTimeout(() => rate(value), byKey ? SETTLED_MS : 0);
  }

  function rate(value) {
    settling = undefined;
    return change(() => api.rate(id, userId(), value), 'Your rating, ' + figures.stars(value) + ', is counted.');
  }

  function takeAway() {
    clearTimeout(settling);
    settling = undefined;
    stars.querySelector('input:checked')?.focus();
    return change(() => api.takeAway(id, userId()), 'Your rating is taken away.');
  }

  function change(write, done) {
    return attempt(write, 'Your change could not be made.', () => see(done));
  }

  function see(done) {
    return attempt(readBack, 'Your change is in the log, but could not be read back.', () => announce(done));
  }

  async function attempt(step, trouble, then) {
    changes++;
    troubles.replaceChildren();
    said.textContent = 'Being counted …';
    try {
      await step();
      await then();
    } catch (e) {
      troubles.replaceChildren(failure(trouble, e, () => attempt(step, trouble, then)));
    } finally {
      changes--;
      showKnown();
    }
  }

  /** @param own as the service has it; undefined if nobody said who rates */
  function show(own) {
    known = own;
    showKnown();
  }

  /** What is being chosen or written is not to be overwritten by what was before. */
  function showKnown() {
    if (changes > 0 || settling !== undefined) {
      return;
    }
    const value = known?.state === 'rated' ? known.value : null;
    stars.disabled = known === undefined;
    away.hidden = value === null;
    who.hidden = known !== undefined;
    for (const radio of stars.querySelectorAll('input')) {
      radio.checked = Number(radio.value) === value;
    }
    said.textContent = words(known);
  }

  return { node: element('div', { class: 'own' }, stars, element('div', { class: 'beside' }, said, away, who), troubles), show };
}

function half(value) {
  return element('label', { class: 'half', title: figures.stars(value) },
    element('input', { type: 'radio', name: 'own', value, 'aria-label': figures.stars(value) }),
    element('span', { 'aria-hidden': 'true' }));
}

function words(own) {
  switch (own?.state) {
    case 'rated': return figures.stars(own.value) + ', by ' + own.userId;
    case 'none': return 'Not rated yet by ' + own.userId;
    case 'unavailable': return 'What ' + own.userId + ' gave can’t be read now: ' + own.reason;
    default: return 'Nobody rates yet.';
  }
}
