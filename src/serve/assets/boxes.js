// The boxes that a reader writes in. A box is one piece of the page from when it is opened until
// its words are sent: whatever is drawn anew around it takes it in as it is, and only the reader
// opens, closes or sends it. Words that were not sent stay while the page is open, also where
// what they were on is gone.

import { say, session } from './api.js';
import { el } from './parts.js';

// By key. `on` is the id, of a change or a message, that the words are for; `given` what stood
// in the box when it was opened.
const boxes = new Map();
// What the box of a button would be.
const offers = new WeakMap();

const isUnsent = (box) => box.text.value.trim() !== '' && box.text.value !== box.given;
const buttonOf = (key) => document.querySelector(`button[data-key="${CSS.escape(key)}"]`);

// The line of the page that a button stands in; its box stands below it.
const lineOf = (button) => button.closest('tr, .line');

function takeOut(box) {
  const row = box.form.closest('tr.writing');
  (row ?? box.form).remove();
}

function putBelow(line, form) {
  if (line.localName !== 'tr') {
    if (line.nextElementSibling !== form) line.after(form);
  } else if (line.nextElementSibling?.contains(form) !== true) {
    const columns = [...line.children].reduce((sum, cell) => sum + cell.colSpan, 0);
    line.after(el('tr', { class: 'writing' }, el('td', { colspan: String(columns) }, form)));
  }
}

// What a button says of its box: that it is open, or has words nobody has read yet.
function mark(box) {
  const button = buttonOf(box.key);
  if (!button) return;
  button.setAttribute('aria-expanded', String(box.open));
  const sign = button.nextElementSibling?.classList.contains('unsent') ? button.nextElementSibling : null;
  if (!box.open && isUnsent(box)) {
    if (!sign) button.after(el('span', { class: 'badge unsent' }, say('not sent')));
  } else {
    sign?.remove();
  }
}

function close(box) {
  box.open = false;
  takeOut(box);
  if (!isUnsent(box)) boxes.delete(box.key);
  mark(box);
  buttonOf(box.key)?.focus();
}

async function sendFrom(box, submit, reload) {
  if (!box.text.value.trim() || box.text.readOnly) return;
  box.text.readOnly = true;
  const sent = await submit(box.text.value, box.kind?.value);
  box.text.readOnly = false;
  if (!sent) return;
  box.text.value = box.given;
  close(box);
  await reload();
}

function make(key, options) {
  const text = el('textarea', { 'aria-label': options.label, 'data-key': key });
  text.value = options.text ?? '';
  const kind = options.kinds
    ? el('select', { 'aria-label': say('Kind') }, options.kinds.map(([value, word]) => el('option', { value }, word)))
    : null;
  const box = {
    key, text, kind, on: options.on, pair: options.pair, label: options.label, given: text.value, open: true,
    language: session.lang,
  };
  box.form = el('form', {
    class: 'say',
    onsubmit: (event) => {
      event.preventDefault();
      sendFrom(box, options.submit, options.reload);
    },
    onkeydown: (event) => {
      if (event.isComposing) return;
      if (event.key === 'Escape') close(box);
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target === text) box.form.requestSubmit();
    },
  }, text, el('div', { class: 'row' }, kind, el('button', { class: 'main' }, options.button),
    el('button', { type: 'button', onclick: () => close(box) }, say('Close'))));
  return box;
}

// A button that opens and closes a box. `options`: the `label` of the box, what its `button`
// says, the `text` that it begins with, the `kinds` to choose from, what the words are `on`,
// `submit(text, kind)` that sends them, true where they are written, and `reload` for then.
export function boxButton(key, name, options, properties = {}) {
  const button = el('button', {
    ...properties, type: 'button', 'data-key': key, 'aria-expanded': 'false',
    onclick: () => {
      let box = boxes.get(key);
      if (box?.open) {
        close(box);
        return;
      }
      if (!box) boxes.set(key, box = make(key, options));
      box.open = true;
      putBelow(lineOf(button), box.form);
      mark(box);
      box.text.focus();
    },
  }, name);
  offers.set(button, options);
  return button;
}

// A box whose surroundings were drawn anew: in the language of now, and with the words of now
// where the reader has not touched them.
function refreshed(box, options) {
  if (!options) return box;
  if (!isUnsent(box) && (options.text ?? '') !== box.given) box.text.value = box.given = options.text ?? '';
  if (box.language === session.lang) return box;
  const fresh = make(box.key, options);
  fresh.text.value = box.text.value;
  if (box.kind) fresh.kind.value = box.kind.value;
  Object.assign(fresh, { given: box.given, open: box.open });
  takeOut(box);
  boxes.set(box.key, fresh);
  return fresh;
}

// Whether somebody writes on one of these ids.
export const isWrittenOn = (ids) => [...boxes.values()].some((box) => ids.includes(box.on));

// Puts the open boxes of this pair of years where their buttons are now. Gives those whose
// change or message the page does not have, which `known` tells.
export function placeBoxes(pair, known) {
  const lost = [];
  for (const old of [...boxes.values()].filter((one) => one.pair === pair)) {
    const button = buttonOf(old.key);
    const box = refreshed(old, offers.get(button));
    if (!known.has(box.on)) {
      if (isUnsent(box)) lost.push(box);
      else boxes.delete(box.key);
      continue;
    }
    if (button && box.open) putBelow(lineOf(button), box.form);
    mark(box);
  }
  return lost;
}

// Words whose place is gone: to be read, copied, and thrown away by the reader alone.
export function lostView(lost, reload) {
  return lost.map((box) => el('div', { class: 'thread' },
    el('div', { class: 'who' }, el('bdi', {}, box.label)),
    el('p', {}, el('bdi', {}, box.text.value)),
    el('button', { type: 'button', onclick: () => { boxes.delete(box.key); reload(); } }, say('Discard'))));
}

export const hasUnsent = () => [...boxes.values()].some(isUnsent);

// Letters of an input method that are not yet chosen would be lost if their box were moved.
let composing = null;
document.addEventListener('compositionstart', () => {
  let done;
  composing = { ended: new Promise((resolve) => { done = resolve; }) };
  composing.end = done;
});
for (const event of ['compositionend', 'focusout']) {
  document.addEventListener(event, () => {
    composing?.end();
    composing = null;
  });
}
export const composed = () => composing?.ended;
