// Shows what the address says.

import { home } from './home.js';
import { readAgain } from './movie-line.js';
import { movie } from './movie.js';
import { current } from './routes.js';
import { connectUser } from './user.js';

const main = document.getElementById('main');
let shown;
/** Home as one left it, so that back leads to the same place of the same list. */
let kept;

function show() {
  const { movie: id, home: parameters } = current();
  shown = id === undefined ? home(parameters) : movie(id);
  main.replaceChildren(shown.node);
}

function go(event) {
  const from = new URL(event.oldURL).hash;
  const wasInCharts = document.activeElement.closest('nav') !== null;
  leave(from);
  if (kept?.address === location.hash) {
    comeBack(from);
  } else {
    show();
    scrollTo(0, 0);
    main.querySelector(wasInCharts ? '[aria-current]' : 'h1').focus({ preventScroll: true });
  }
}

function leave(address) {
  if (shown.stop) {
    shown.stop();
  } else {
    kept = { address, view: shown, top: scrollY };
  }
}

function comeBack(from) {
  shown = kept.view;
  main.replaceChildren(shown.node);
  document.title = 'Marquee';
  scrollTo(0, kept.top);
  const link = main.querySelector('a[href="' + CSS.escape(from) + '"]');
  if (link) {
    link.focus({ preventScroll: true });
    readAgain(link);
  }
}

history.scrollRestoration = 'manual';
connectUser();
addEventListener('hashchange', go);
show();
