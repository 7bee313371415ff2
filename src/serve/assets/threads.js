// Comments: threads as they stand, and the forms that add to them.

import { post, say, session } from './api.js';
import { askAuthor, attempt, bdi, el, money, tell } from './parts.js';

const kindWords = { question: 'question', explanation: 'explanation', note: 'remark' };
const actionWords = { resolve: 'resolved this', reopen: 'opened this again' };

// What was begun and not sent yet, so that news from elsewhere takes no words away.
const drafts = new Map();

export const mayWrite = () => !session.readOnly && session.token !== '';

async function send(pair, event, done) {
  if (!session.author && !(await askAuthor())) return false;
  const written = await attempt(() => post('comments', { ...pair, ...event }));
  if (!written) return false;
  tell(say('recorded'));
  await done();
  return true;
}

export function commentForm(key, options, submit) {
  const text = el('textarea', {
    'aria-label': options.label,
    oninput: () => drafts.set(key, text.value),
  });
  text.value = drafts.get(key) ?? options.text ?? '';
  const kind = options.kinds
    ? el('select', { 'aria-label': say('Kind') },
      Object.entries(kindWords).map(([value, word]) => el('option', { value }, say(word))))
    : null;
  const form = el('form', {
    class: 'say',
    onsubmit: async (event) => {
      event.preventDefault();
      if (!text.value.trim()) return;
      const button = form.querySelector('button');
      button.disabled = true;
      if (await submit(text.value, kind?.value)) drafts.delete(key);
      button.disabled = false;
    },
  }, text, el('div', { class: 'row' }, kind, el('button', { class: 'main' }, options.button)));
  return form;
}

export const hasDraft = (key) => drafts.has(key);

function message(pair, thread, one, done) {
  const who = el('div', { class: 'who' }, bdi(one.author.name), ' · ',
    one.time.slice(0, 16).replace('T', ' '),
    actionWords[one.action] ? ' · ' + say(actionWords[one.action]) : ' · ' + say(kindWords[one.kind] ?? one.kind),
    one.edited ? ' · ' + say('edited') : '');
  const node = el('div', {}, who, one.text ? el('p', {}, bdi(one.text)) : null);
  const own = session.author && session.author.email === one.author.email;
  if (own && mayWrite() && (one.action === 'comment' || one.action === 'reply')) {
    who.append(' ', el('button', {
      class: 'link',
      onclick: () => node.replaceWith(commentForm('edit' + one.id, {
        label: say('New wording'), text: one.text, button: say('Save'),
      }, (text) => send(pair, { action: 'edit', comment: one.id, kind: one.kind, text }, done))),
    }, say('Edit')));
  }
  return node;
}

const moneyParts = new Set(['total', 'project', 'funding', 'match']);

function wasText(thread, side) {
  const text = thread.was[side];
  if (!text) return '—';
  return moneyParts.has(thread.about.part) ? money(text) : text;
}

// One thread; `about` says which part of the change it is on.
export function threadView(pair, thread, about, done) {
  const open = thread.state === 'open';
  const node = el('section', { class: 'thread ' + thread.state, 'aria-label': say('Comments') });
  const head = el('div', { class: 'row' },
    el('span', { class: 'badge' }, say(open ? 'open' : 'resolved')), bdi(about),
    thread.outdated
      ? el('span', { class: 'badge loosened' }, say('outdated')) : null,
    thread.outdated
      ? el('span', { class: 'dim' }, say('was {0} → {1}', wasText(thread, 'from'), wasText(thread, 'to'))) : null);
  node.append(head, ...thread.messages.map((one) => message(pair, thread, one, done)));
  if (mayWrite()) {
    const actions = el('div', { class: 'row' });
    if (open) {
      actions.append(el('button', {
        onclick: () => actions.replaceWith(commentForm('reply' + thread.id, {
          label: say('Reply'), button: say('Reply'),
        }, (text) => send(pair, { action: 'reply', comment: thread.id, text }, done))),
      }, say('Reply')));
    }
    actions.append(el('button', {
      onclick: () => send(pair, { action: open ? 'resolve' : 'reopen', comment: thread.id }, done),
    }, say(open ? 'Resolve' : 'Reopen')));
    if (hasDraft('reply' + thread.id)) actions.firstChild.click();
    node.append(actions);
  }
  return node;
}

// A button that opens the form for a comment on one change.
export function commentButton(pair, change, about, done) {
  if (!mayWrite()) return null;
  const button = el('button', {
    class: 'link', 'aria-label': say('Comment on {0}', about),
    onclick: () => button.replaceWith(commentForm('new' + change, {
      label: say('Comment on {0}', about), kinds: true, button: say('Comment'),
    }, (text, kind) => send(pair, { action: 'comment', change, kind, text }, done))),
  }, say('Comment'));
  if (hasDraft('new' + change)) queueMicrotask(() => button.isConnected && button.click());
  return button;
}
