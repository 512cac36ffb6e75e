// Asks movie-query. What is answered with a problem is thrown as one.

import * as positions from './positions.js';
import { parameters } from './routes.js';

const POSITION = 'Marquee-Position';

/** An answer that was no success, or none at all. */
export class Problem extends Error {
  constructor(status, detail, field) {
    super(detail);
    this.status = status;
    this.field = field;
  }
}

export function movie(id, values, signal) {
  return read(path(id) + query(values), signal);
}

export function movies(values, signal) {
  return read('/v1/movies' + query(values), signal);
}

export function chart(name, values, signal) {
  return read('/v1/charts/' + name + query(values), signal);
}

export function genres() {
  return read('/v1/genres');
}

export function live(id) {
  return path(id) + '/live';
}

export function rate(id, userId, value) {
  return write(rating(id, userId), { method: 'PUT', body: JSON.stringify({ value }) });
}

export function takeAway(id, userId) {
  return write(rating(id, userId), { method: 'DELETE' });
}

function path(id) {
  return '/v1/movies/' + encodeURIComponent(id);
}

function rating(id, userId) {
  return path(id) + '/ratings/' + encodeURIComponent(userId);
}

function query(values) {
  const text = parameters(values).toString();
  return text ? '?' + text : '';
}

async function read(address, signal) {
  const seen = positions.header();
  try {
    return await (await ask(address, { signal, headers: seen ? { [POSITION]: seen } : {} })).json();
  } catch (e) {
    if (seen && e.status === 400 && e.field === POSITION) {
      positions.forget();
      return read(address, signal);
    }
    throw e;
  }
}

async function write(address, request) {
  const answer = await ask(address, { ...request, headers: { 'Content-Type': 'application/json' } });
  positions.see(answer.headers.get(POSITION));
}

async function ask(address, request) {
  let answer;
  try {
    answer = await fetch(address, request);
  } catch (e) {
    throw e.name === 'AbortError' ? e : new Problem(0, 'Marquee can’t be reached.');
  }
  if (!answer.ok) {
    throw await problem(answer);
  }
  return answer;
}

async function problem(answer) {
  try {
    const { detail, title, field } = await answer.json();
    return new Problem(answer.status, detail ?? title, field);
  } catch {
    return new Problem(answer.status, 'Marquee answered with status ' + answer.status + '.');
  }
}
