// Where one is: all of it stands behind the # of the address, so back, forward and reload work and nobody serves it.

const MOVIE = /^#\/movie\/([^?]+)/;

/** What the address says: a movie by its id, or home with its parameters. */
export function current() {
  const movie = MOVIE.exec(location.hash);
  if (movie) {
    return { movie: decoded(movie[1]) };
  }
  const query = location.hash.indexOf('?');
  return { home: new URLSearchParams(query < 0 ? '' : location.hash.slice(query + 1)) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function toMovie(id) {
  return '#/movie/' + encodeURIComponent(id);
}

/** Of values, those that are empty are left out. */
export function toHome(values = {}) {
  const query = parameters(values).toString();
  return query ? '#/?' + query : '#/';
}

/** Says where one is without going anywhere, as for each letter of a search. */
export function restate(values) {
  history.replaceState(history.state, '', toHome(values));
}

/** Of a list each value is a parameter of its own. */
export function parameters(values) {
  return new URLSearchParams(Object.entries(values)
    .flatMap(([name, value]) => [value].flat().map(each => [name, each]))
    .filter(([, value]) => value));
}
