// The page's only way to data: the JSON API.

export const session = { lang: '', token: '', author: null, readOnly: false, words: {} };

// The token comes once, behind the #, where no server log has it.
export function takeToken() {
  const found = location.hash.match(/token=([0-9A-Za-z_-]+)/);
  if (found) {
    sessionStorage.setItem('token', found[1]);
    history.replaceState(null, '', location.pathname + location.search);
  }
  session.token = sessionStorage.getItem('token') || '';
}

export class Problem extends Error {}

async function ask(path, parameters = {}, options = {}) {
  const url = new URL('api/' + path, location.href);
  url.hash = '';
  url.search = '';
  for (const [name, value] of Object.entries({ ...parameters, lang: session.lang })) {
    if (value !== undefined && value !== '') url.searchParams.set(name, value);
  }
  let response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(say('the program does not answer'));
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Problem([body.title, body.detail].filter(Boolean).join('; ') || String(response.status));
  }
  return body;
}

export const get = (path, parameters, options) => ask(path, parameters, options);

export function post(path, body) {
  return ask(path, {}, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Budgetdiff-Token': session.token },
    body: JSON.stringify({ ...body, author: session.author }),
  });
}

export function upload(path, file, parameters) {
  return ask(path, {
    ...parameters, name: file.name,
    author_name: session.author?.name, author_email: session.author?.email,
  }, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', 'X-Budgetdiff-Token': session.token },
    body: file,
  });
}

// A sentence of the catalogue with its arguments.
export function say(text, ...values) {
  const words = session.words[text] ?? text;
  return words.replace(/\{(\d)\}/g, (whole, n) => (n < values.length ? String(values[n]) : whole));
}
