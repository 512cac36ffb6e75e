// Who rates here: an id from the address (`?user=`), or the one that was entered last. It proves nothing.

const KEY = 'marquee-user';
const PARAMETER = 'user';

const field = document.getElementById('you');
const listeners = new Set();

export function userId() {
  return new URLSearchParams(location.search).get(PARAMETER) ?? localStorage.getItem(KEY) ?? '';
}

/** Leads to the field for it. */
export function enterUser() {
  field.focus();
}

/** @returns what ends it */
export function onUser(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Connects the field. */
export function connectUser() {
  field.value = userId();
  field.addEventListener('change', () => become(field.value.trim()));
}

function become(id) {
  localStorage.setItem(KEY, id);
  const address = new URL(location.href);
  if (address.searchParams.has(PARAMETER)) {
    address.searchParams.set(PARAMETER, id);
    history.replaceState(history.state, '', address);
  }
  listeners.forEach(listener => listener(id));
}
