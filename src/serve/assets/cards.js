// The list of changes: a card each, in the order asked for, those that the filters let through.
// A card stays the same piece of the page while nothing in it changes, so that what happens
// elsewhere moves nothing that a reader is at.

import { say } from './api.js';
import { isWrittenOn } from './boxes.js';
import { changeBody, effectsOf, idsOf, placesText, summaryLine, wordsOf } from './changes.js';
import { alone, state } from './compared.js';
import { effectWord, el, kindWord, size } from './parts.js';

export const filters = { text: '', kind: '', effect: '', amount: '', open: false, unchanged: false, sort: 'weight' };

let cards = [];
let building = 0;

export const cardOf = (id) => cards.find((card) => idsOf(card.change).includes(id));

// `redraw` shows the cards in another order.
export function renderFilters(changes, redraw) {
  const kinds = [...new Set(changes.projects.map((one) => one.kind))].filter((kind) => kind !== 'unchanged');
  const effects = [...new Set(changes.projects.flatMap(effectsOf))];
  const set = (key) => (event) => {
    filters[key] = event.target.type === 'checkbox' ? event.target.checked : event.target.value;
    applyFilters();
  };
  const tick = (key, text) => el('label', { class: 'row' },
    el('input', { type: 'checkbox', checked: filters[key], 'data-key': 'filter-' + key, onchange: set(key) }), text);
  const choose = (key, label, list) => el('label', {}, label, el('select', { 'data-key': 'filter-' + key, onchange: set(key) },
    [['', say('all')], ...list].map(([value, text]) => el('option', { value, selected: filters[key] === value }, text))));
  const text = el('input', { type: 'search', oninput: set('text'), id: 'filter-text', 'data-key': 'filter-text' });
  text.value = filters.text;
  const amount = el('input', { type: 'number', min: '0', step: 'any', 'data-key': 'filter-amount', oninput: set('amount') });
  amount.value = filters.amount;
  return el('div', { class: 'panel filters', role: 'search', 'aria-label': say('Filter') },
    el('label', {}, say('Text'), text),
    choose('kind', say('Kind'), kinds.map((kind) => [kind, kindWord(kind)])),
    choose('effect', say('Effect on targets'), effects.map((one) => [one, effectWord(one)])),
    el('label', {}, say('At least ({0})', changes.to.unit ?? ''), amount),
    el('label', {}, say('Order'), el('select', { 'data-key': 'filter-sort', onchange: (event) => { filters.sort = event.target.value; redraw(); } },
      [['weight', say('weight')], ['money', say('money')], ['table', say('as published')]]
        .map(([value, word]) => el('option', { value, selected: filters.sort === value }, word)))),
    tick('open', say('with open comments')), tick('unchanged', say('also unchanged')),
    el('span', { id: 'shown', class: 'dim', role: 'status' }));
}

function passes(card) {
  const change = card.change;
  if (change.id === state.change) return true;
  if (change.kind === 'unchanged' && !filters.unchanged && !alone() && !card.threads.length) return false;
  if (filters.kind && change.kind !== filters.kind) return false;
  if (filters.effect && !card.effects.includes(filters.effect)) return false;
  if (filters.amount && card.size < Number(filters.amount)) return false;
  if (filters.open && !card.threads.some((one) => one.state === 'open')) return false;
  return !filters.text || card.words.includes(filters.text.toLowerCase());
}

export function applyFilters() {
  let shown = 0;
  for (const card of cards) {
    const passed = passes(card);
    shown += passed ? 1 : 0;
    if (card.node && card.node.hidden === passed) card.node.hidden = !passed;
  }
  const line = document.getElementById('shown');
  if (line) line.textContent = say('{0} of {1} shown', shown, cards.length);
}

function orderOf(data) {
  const projects = data.changes.projects;
  if (filters.sort === 'table') return projects;
  if (filters.sort === 'money') return [...projects].sort((a, b) => size(b.total?.delta) - size(a.total?.delta));
  const rank = new Map(data.order.map((id, at) => [id, at]));
  return [...projects].sort((a, b) => (rank.get(a.id) ?? 1e9) - (rank.get(b.id) ?? 1e9));
}

// All that a card shows, as one text: while it is the same, so is the card.
function stampOf(change, threads, context) {
  return JSON.stringify([change, threads, context.evidence[change.id], placesText(change, context), context.unitBefore]);
}

function buildCard(card, context, opened) {
  const { change, threads } = card;
  const node = el('details', { class: 'change', id: change.id });
  node.append(summaryLine(change, threads));
  const unfold = () => {
    if (!node.open || card.body) return;
    card.body = changeBody(change, threads, context);
    node.append(card.body);
  };
  node.addEventListener('toggle', () => {
    unfold();
    context.placeBoxes();
  });
  card.node = node;
  node.hidden = !passes(card);
  node.open = opened;
  unfold();
}

// Every card is made anew next time; those that are open stay open.
export function forgetCards() {
  for (const card of cards) card.stamp = '';
}

// Makes the cards of the changes; those that say what they said before are the same as before.
// Gives the threads that belong to no change. `context` is what the views need to know: the
// `pair` of years (and as `pairKey`), `evidence` and `documents` of the API, `unitBefore`, and
// the page's `reload`, `showHistory`, `linkTo` and `placeBoxes`.
export function takeCards(data, context) {
  const byChange = new Map();
  for (const thread of data.threads) byChange.set(thread.change, [...(byChange.get(thread.change) ?? []), thread]);
  const before = new Map(cards.map((card) => [card.change.id, card]));
  const placed = new Set();
  cards = orderOf(data).map((change) => {
    const threads = idsOf(change).flatMap((id) => { placed.add(id); return byChange.get(id) ?? []; });
    const stamp = stampOf(change, threads, context);
    const old = before.get(change.id);
    if (old?.stamp === stamp) return old;
    return {
      change, threads, stamp, words: wordsOf(change), effects: effectsOf(change), size: size(change.total?.delta),
      opened: old?.node ? old.node.open : old?.opened,
    };
  });
  return data.threads.filter((thread) => !placed.has(thread.change));
}

// Puts the cards into the list: the first at once, the others in slices, so that 5,000 do not
// hold up the first look. What stands where it belongs is not touched.
export function placeCards(list, context, ready) {
  const turn = ++building;
  const wanted = new Set(cards.map((card) => card.node));
  for (const node of [...list.children]) if (!wanted.has(node)) node.remove();
  let next = list.firstChild;
  let at = 0;
  const slice = (count) => {
    if (turn !== building) return;
    for (let made = 0; at < cards.length && made < count; at += 1) {
      const card = cards[at];
      if (!card.node) {
        const ids = [...idsOf(card.change), ...card.threads.flatMap((thread) => thread.messages.map((one) => one.id))];
        buildCard(card, context, card.opened ?? (ids.includes(state.change) || isWrittenOn(ids)));
        made += 1;
      }
      if (card.node === next) next = next.nextSibling;
      else list.insertBefore(card.node, next);
    }
    context.placeBoxes();
    if (at < cards.length) setTimeout(() => slice(250), 0);
    else ready();
  };
  slice(60);
}
