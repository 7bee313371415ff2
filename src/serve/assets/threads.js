// Comments: threads as they stand, and the boxes that add to them.

import { post, say, session } from './api.js';
import { boxButton } from './boxes.js';
import { askAuthor, attempt, bdi, el, money, tell } from './parts.js';

const kindWords = { question: 'question', explanation: 'explanation', note: 'remark' };
const actionWords = { resolve: 'resolved this', reopen: 'opened this again' };

export const mayWrite = () => !session.readOnly && session.token !== '';

// A comment is a question and an answer a remark where nothing else is chosen, as on the command line.
const kindsFrom = (first) => [first, ...Object.keys(kindWords).filter((kind) => kind !== first)]
  .map((kind) => [kind, say(kindWords[kind])]);

async function send(pair, event) {
  if (!session.author && !(await askAuthor())) return false;
  const written = await attempt(() => post('comments', { ...pair, ...event }));
  if (written) tell(say('recorded'));
  return Boolean(written);
}

function message(context, thread, one) {
  const who = el('div', { class: 'who' }, bdi(one.author.name), ' · ',
    one.time.slice(0, 16).replace('T', ' '),
    actionWords[one.action] ? ' · ' + say(actionWords[one.action]) : ' · ' + say(kindWords[one.kind] ?? one.kind),
    one.edited ? ' · ' + say('edited') : '');
  const own = session.author && session.author.email === one.author.email;
  if (own && mayWrite() && (one.action === 'comment' || one.action === 'reply')) {
    who.append(' ', boxButton('edit' + one.id, say('Edit'), {
      label: say('New wording'), text: one.text, button: say('Save'), on: one.id, pair: context.pairKey,
      submit: (text) => send(context.pair, { action: 'edit', comment: one.id, kind: one.kind, text }),
      reload: context.reload,
    }, { class: 'link' }));
  }
  // The words that stand stay above the box of those that would take their place.
  return el('div', { class: 'line' }, who, one.text ? el('p', {}, bdi(one.text)) : null);
}

const moneyParts = new Set(['total', 'project', 'funding', 'match']);

function wasText(thread, side) {
  const text = thread.was[side];
  if (!text) return '—';
  return moneyParts.has(thread.about.part) ? money(text) : text;
}

// Which state each thread was last shown in, and which the reader is changing.
const shown = new Map();
const changing = new Set();

// Resolves or reopens. Where somebody else has just done the one, the button that now says the
// other waits: a click under way was meant for what stood there before.
function stateButton(context, thread) {
  const open = thread.state === 'open';
  const last = shown.get(thread.id) ?? thread.state;
  shown.set(thread.id, thread.state);
  const button = el('button', {
    'data-key': 'state' + thread.id,
    onclick: async () => {
      if (button.getAttribute('aria-disabled')) return;
      button.setAttribute('aria-disabled', 'true');
      changing.add(thread.id);
      const done = await send(context.pair, { action: open ? 'resolve' : 'reopen', comment: thread.id });
      if (done) await context.reload();
      changing.delete(thread.id);
      button.removeAttribute('aria-disabled');
    },
  }, say(open ? 'Resolve' : 'Reopen'));
  if (last !== thread.state && !changing.has(thread.id)) {
    button.setAttribute('aria-disabled', 'true');
    setTimeout(() => button.removeAttribute('aria-disabled'), 1000);
  }
  return button;
}

// One thread; `about` says which part of the change it is on.
export function threadView(context, thread, about) {
  const open = thread.state === 'open';
  return el('section', { class: 'thread ' + thread.state, 'aria-label': say('Comments') },
    el('div', { class: 'row' },
      el('span', { class: 'badge' }, say(open ? 'open' : 'resolved')), bdi(about),
      thread.outdated ? [el('span', { class: 'badge loosened' }, say('outdated')),
        el('span', { class: 'dim' }, say('was {0} → {1}', wasText(thread, 'from'), wasText(thread, 'to')))] : null),
    thread.messages.map((one) => message(context, thread, one)),
    mayWrite() ? el('div', { class: 'row line' },
      boxButton('reply' + thread.id, say('Reply'), {
        label: say('Reply'), button: say('Reply'), kinds: kindsFrom('note'), on: thread.id, pair: context.pairKey,
        submit: (text, kind) => send(context.pair, { action: 'reply', comment: thread.id, kind, text }),
        reload: context.reload,
      }),
      stateButton(context, thread)) : null);
}

// A button that opens the box for a comment on one change.
export function commentButton(context, change, about) {
  if (!mayWrite()) return null;
  return boxButton('new' + change, say('Comment'), {
    label: say('Comment on {0}', about), kinds: kindsFrom('question'), button: say('Comment'), on: change,
    pair: context.pairKey,
    submit: (text, kind) => send(context.pair, { action: 'comment', change, kind, text }),
    reload: context.reload,
  }, { class: 'link', 'aria-label': say('Comment on {0}', about) });
}
