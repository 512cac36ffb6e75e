// Tells users of screen readers what changed elsewhere on the page.

const QUIET_MS = 10_000;

let last = 0;
let waiting = null;

export function announce(text) {
  document.getElementById('announcer').textContent = text;
  last = Date.now();
}

/** For what changes often: at most one of these in ten seconds, and of those in between the last. */
export function announceNowAndThen(text) {
  hush();
  waiting = setTimeout(() => announce(text), Math.max(0, last + QUIET_MS - Date.now()));
}

/** Nobody looks any more at what waits to be said. */
export function hush() {
  clearTimeout(waiting);
}
