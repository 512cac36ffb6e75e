// Numbers and dates as people read them.

const whole = new Intl.NumberFormat('en');
const twoPlaces = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const upToTwo = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export function count(number) {
  return whole.format(number);
}

/** For example `1 rating`, `1,204 ratings`. */
export function counted(number, one) {
  return count(number) + ' ' + one + (number === 1 ? '' : 's');
}

export function mean(number) {
  return twoPlaces.format(number);
}

export function plain(number) {
  return upToTwo.format(number);
}

/** Of a day such as `2026-11-28`. */
export function date(text) {
  return day.format(new Date(text + 'T00:00:00Z'));
}

/** For example `half a star`, `1 star`, `4½ stars`. */
export function stars(value) {
  if (value === 0.5) {
    return 'half a star';
  }
  const halves = Number.isInteger(value) ? '' : '½';
  return Math.floor(value) + halves + (value === 1 ? ' star' : ' stars');
}
