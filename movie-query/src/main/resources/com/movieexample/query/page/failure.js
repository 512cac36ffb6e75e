// What went wrong, and a way to try again.

import { element } from './dom.js';

/** @param again is called by the button */
export function failure(what, error, again) {
  return element('div', { class: 'failure', role: 'alert' },
    element('p', {}, what + ' ' + sentence(error.message)),
    element('button', { type: 'button', onclick: again }, 'Try again'));
}

function sentence(text) {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : first + '.';
}
