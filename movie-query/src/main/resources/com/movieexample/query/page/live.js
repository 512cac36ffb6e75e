// Follows a stream of events while the page is seen, and keeps coming back to it when it is away.

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * @param heard gets the data of each event
 * @param here gets whether the stream is there, each time that it comes or goes
 * @returns what ends it
 */
export function follow(address, event, heard, here) {
  const ending = new AbortController();
  let source;
  let timer;
  let wait = FIRST_WAIT_MS;

  function open() {
    source = new EventSource(address);
    source.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
      here(true);
    });
    source.addEventListener(event, message => heard(JSON.parse(message.data)));
    source.addEventListener('error', away);
  }

  // A source comes back by itself, but not from an answer that is no stream, as while the service starts.
  function away() {
    here(false);
    if (source?.readyState === EventSource.CLOSED) {
      timer = setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT_MS);
    }
  }

  function close() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  // Browsers have six connections for a host. Tabs and pages of the past that each held one would leave none for the rest.
  function look() {
    if (document.hidden) {
      close();
    } else if (!source) {
      open();
    }
  }

  const whileItLasts = { signal: ending.signal };
  document.addEventListener('visibilitychange', look, whileItLasts);
  addEventListener('pagehide', close, whileItLasts);
  addEventListener('pageshow', look, whileItLasts);
  look();
  return () => {
    ending.abort();
    close();
  };
}
