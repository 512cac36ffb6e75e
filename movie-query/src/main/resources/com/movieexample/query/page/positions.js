// The positions that this tab has been given. Reads send them along, and so never miss what was written here.

const KEY = 'marquee-positions';

function all() {
  return new Map(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
}

export function header() {
  return [...all()].map(([partition, offset]) => partition + ':' + offset).join(',');
}

/** Of each partition the highest offset is kept. */
export function see(text) {
  const seen = all();
  for (const [, partition, offset] of (text ?? '').matchAll(/([^\s,]+):(\d+)/g)) {
    seen.set(partition, Math.max(seen.get(partition) ?? 0, Number(offset)));
  }
  sessionStorage.setItem(KEY, JSON.stringify([...seen]));
}

/** For a log that was made anew and does not have them. */
export function forget() {
  sessionStorage.removeItem(KEY);
}
