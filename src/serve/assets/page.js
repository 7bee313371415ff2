// The review page: choose two years, read what changed, ask and settle there.

import { get, say, session, takeToken } from './api.js';
import {
  changeBody, effectsOf, idsOf, suggestionView, summaryLine, threadList, wordsOf,
} from './changes.js';
import {
  address, alone, chooseDefaults, editionsOf, missing, pairOf, readAddress, remarks, reportAddress, sideName, state,
} from './compared.js';
import {
  askAuthor, attempt, bdi, delta, dialog, editionKey, editionName, effectWord, el, kindWord, money, severityWord, size, tell,
} from './parts.js';
import { showUpload } from './upload.js';

const filters = { text: '', kind: '', effect: '', amount: '', open: false, unchanged: false, sort: 'weight' };
const main = document.getElementById('main');
let cards = [];
let building = 0;

function select(label, values, chosen, changed) {
  return el('select', { 'aria-label': label, onchange: (event) => changed(event.target.value) },
    values.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
}

function go() {
  history.pushState(null, '', '#' + address());
  return load();
}

function chooseBefore(name) {
  state.before = name === state.department ? '' : name;
  state.from = '';
  chooseDefaults();
  go();
}

// For a department that had another name: whose year the earlier one is, is chosen above then.
function compareButton() {
  const other = state.departments.find((one) => one.department !== state.department);
  return state.before || !other ? null
    : el('button', { class: 'link', onclick: () => chooseBefore(other.department) }, say('Compare with another department'));
}

function renderTop() {
  document.querySelector('.skip').textContent = say('Skip to the changes');
  document.querySelector('.skip').href = '#main';
  const keysOf = (name) => editionsOf(name).map((one) => [editionKey(one), editionName(one)]);
  const names = state.departments.map((one) => [one.department, one.department]);
  const choices = (list, chosen) => (list.some(([value]) => value === chosen) ? list : [[chosen, chosen || '—'], ...list]);
  const query = el('input', { type: 'search', 'aria-label': say('Search all years and departments'),
    placeholder: say('Search all years and departments') });
  // Two groups: what is compared, and what can be done; a narrow window has them one above the other, whole.
  document.getElementById('top').replaceChildren(el('div', { class: 'bar' }, el('div', { class: 'group' },
    el('strong', {}, 'budgetdiff'),
    select(say('Department'), choices(names, state.department), state.department,
      (value) => { state.department = value; state.from = state.to = state.before = ''; chooseDefaults(); go(); }),
    state.before ? select(say('Department of the earlier year'), choices(names, state.before), state.before, chooseBefore) : null,
    select(say('Earlier year'), choices(keysOf(state.before || state.department), state.from), state.from,
      (value) => { state.from = value; go(); }),
    el('span', { 'aria-hidden': 'true' }, '→'),
    select(say('Later year'), choices(keysOf(state.department), state.to), state.to, (value) => { state.to = value; go(); })),
  el('div', { class: 'group grow' },
    el('form', { class: 'grow', role: 'search', onsubmit: (event) => { event.preventDefault(); search(query.value); } },
      query, el('button', {}, say('Search'))),
    session.readOnly || !session.token ? null : el('button', { onclick: () => showUpload(load) }, say('Add a document')),
    session.readOnly || !session.token ? null
      : el('button', { onclick: askAuthor }, session.author ? bdi(session.author.name) : say('Who are you?')),
    el('button', { lang: session.lang === 'zh' ? 'en' : 'zh', onclick: switchLanguage },
      session.lang === 'zh' ? 'English' : '中文'))));
}

async function switchLanguage() {
  session.lang = session.lang === 'zh' ? 'en' : 'zh';
  localStorage.setItem('lang', session.lang);
  await loadWords();
  await load();
}

async function loadWords() {
  session.words = await get('words');
  document.documentElement.lang = session.lang === 'zh' ? 'zh-CN' : 'en';
}

function countsLine(changes) {
  const counts = new Map();
  for (const one of changes.projects) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kindWord(kind)} ${count}`).join(' · ');
}

// Where the change of the total comes from: bars of lengths, and their figures.
function waterfall(changes) {
  const lines = changes.reconciliation ?? [];
  const most = Math.max(1e-9, ...lines.map((one) => size(one.delta)));
  return el('table', { class: 'bars' }, el('caption', { class: 'dim' }, say('Where the change comes from')),
    el('tbody', {}, lines.map((one) => {
      const share = (size(one.delta) / most) * 50;
      const left = one.delta.startsWith('-') ? 50 - share : 50;
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('class', 'track');
      svg.setAttribute('aria-hidden', 'true');
      for (const [x, width, fill] of [[50, 0.3, 'var(--line)'], [left, share, one.delta.startsWith('-') ? 'var(--down)' : 'var(--up)']]) {
        const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        bar.setAttribute('x', x + '%');
        bar.setAttribute('width', width + '%');
        bar.setAttribute('height', '100%');
        bar.setAttribute('fill', fill);
        svg.append(bar);
      }
      return el('tr', {}, el('th', { scope: 'row' }, kindWord(one.kind)),
        el('td', { class: 'num' }, one.count ?? ''), el('td', { class: 'bar-cell' }, svg),
        el('td', { class: 'num' }, delta(one.delta)));
    })));
}

function findingsView(documents) {
  const list = ['from', 'to'].flatMap((side) => documents[side].findings.map((one) => [side, one]));
  if (!list.length) return null;
  return el('details', { class: 'panel' }, el('summary', {}, say('findings in the documents: {0}', list.length)),
    el('div', { class: 'scroll' }, el('table', {}, el('tbody', {}, list.map(([side, one]) => el('tr', {},
      el('td', {}, bdi(documents[side].file), ' ', one.place), el('td', {}, severityWord(one.severity)),
      el('td', {}, bdi(one.project)), el('td', {}, one.text)))))));
}

function renderFilters(changes) {
  const kinds = [...new Set(changes.projects.map((one) => one.kind))].filter((kind) => kind !== 'unchanged');
  const effects = [...new Set(changes.projects.flatMap(effectsOf))];
  const set = (key) => (event) => {
    filters[key] = event.target.type === 'checkbox' ? event.target.checked : event.target.value;
    applyFilters();
  };
  const tick = (key, text) => el('label', { class: 'row' },
    el('input', { type: 'checkbox', checked: filters[key], onchange: set(key) }), text);
  const choose = (key, label, list) => el('label', {}, label, el('select', { onchange: set(key) },
    [['', say('all')], ...list].map(([value, text]) => el('option', { value, selected: filters[key] === value }, text))));
  const text = el('input', { type: 'search', oninput: set('text'), id: 'filter-text' });
  text.value = filters.text;
  const amount = el('input', { type: 'number', min: '0', step: 'any', oninput: set('amount') });
  amount.value = filters.amount;
  return el('div', { class: 'panel filters', role: 'search', 'aria-label': say('Filter') },
    el('label', {}, say('Text'), text),
    choose('kind', say('Kind'), kinds.map((kind) => [kind, kindWord(kind)])),
    choose('effect', say('Effect on targets'), effects.map((one) => [one, effectWord(one)])),
    el('label', {}, say('At least ({0})', changes.to.unit ?? ''), amount),
    el('label', {}, say('Order'), el('select', { onchange: (event) => { filters.sort = event.target.value; render(); } },
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

function applyFilters() {
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

function buildCard(card, context) {
  const { change, threads } = card;
  const node = el('details', { class: 'change', id: change.id });
  node.append(summaryLine(change, threads));
  node.addEventListener('toggle', () => {
    if (node.open && !card.body) {
      card.body = changeBody(change, threads, context);
      node.append(card.body);
    }
  });
  card.node = node;
  node.hidden = !passes(card);
  if (card.opened) node.open = true;
  return node;
}

// The first cards at once, the others in slices, so that 5,000 do not hold up the first look.
function buildCards(list, context, opened) {
  const turn = ++building;
  let at = 0;
  const slice = (count) => {
    if (turn !== building) return;
    const fragment = document.createDocumentFragment();
    for (const end = Math.min(at + count, cards.length); at < end; at += 1) {
      cards[at].opened = opened.has(cards[at].change.id);
      fragment.append(buildCard(cards[at], context));
    }
    list.append(fragment);
    if (at < cards.length) setTimeout(() => slice(250), 0);
    else document.body.dataset.ready = 'yes';
  };
  delete document.body.dataset.ready;
  slice(60);
}

function render() {
  const { data } = state;
  const opened = new Set([...main.querySelectorAll('details.change[open]')].map((node) => node.id));
  const pair = pairOf();
  const { changes } = data;
  const context = {
    pair, evidence: data.evidence, documents: data.documents, reload: load, showHistory, linkTo: address,
    unitBefore: changes.from.unit !== changes.to.unit && changes.from.unit ? ` ${changes.from.unit}` : '',
  };
  const byChange = new Map();
  for (const thread of data.threads) byChange.set(thread.change, [...(byChange.get(thread.change) ?? []), thread]);
  const placed = new Set();
  cards = orderOf(data).map((change) => {
    const threads = idsOf(change).flatMap((id) => { placed.add(id); return byChange.get(id) ?? []; });
    return { change, threads, words: wordsOf(change), effects: effectsOf(change), size: size(change.total?.delta) };
  });
  for (const one of changes.suggested ?? []) placed.add(one.id);
  const others = data.threads.filter((thread) => !placed.has(thread.change));
  const list = el('div', { id: 'changes' });
  const unit = changes.to.unit ?? '';
  main.replaceChildren(...[
    el('h1', {}, bdi(changes.to.department || state.department)),
    alone() ? el('p', { class: 'lead' }, editionName(changes.to), say(': '), el('span', { class: 'num' }, `${money(changes.totals.to)} ${unit}`))
      : el('p', { class: 'lead' },
        `${sideName(changes, 'from')} → ${sideName(changes, 'to')}`, say(': '),
        el('span', { class: 'num' }, `${money(changes.totals.from)} → ${money(changes.totals.to)} ${unit}`), ' ',
        delta(changes.totals.delta, changes.totals.percent)),
    alone() ? null : el('p', { class: 'dim' }, countsLine(changes)),
    remarks(changes).map((text) => el('div', { class: 'panel warn', role: 'note' }, text)),
    el('p', { class: 'row' }, compareButton(), el('a', { href: reportAddress({}), target: '_blank', rel: 'noopener' }, say('Open as a report, with pictures')),
      el('a', { href: reportAddress({ save: '1' }), download: '' }, say('Save the report')),
      el('a', { href: reportAddress({ format: 'markdown' }), download: '' }, say('Save as Markdown'))),
    data.warnings.map((text) => el('div', { class: 'panel warn' }, text)),
    alone() ? null : el('div', { class: 'panel' }, waterfall(changes)),
    (changes.suggested ?? []).length ? el('h2', {}, say('Doubtful: please decide')) : null,
    (changes.suggested ?? []).map((one) => suggestionView(one, byChange.get(one.id) ?? [], context)),
    findingsView(data.documents),
    others.length ? el('section', { class: 'panel' }, el('h2', {}, say('Comments on what is no longer there')),
      threadList(others, context)) : null,
    el('h2', {}, say('Changes')), renderFilters(changes), list,
  ].flat().filter(Boolean));
  document.title = `${editionName(changes.from)} → ${editionName(changes.to)} · budgetdiff`;
  if (state.change) opened.add((cards.find((card) => idsOf(card.change).includes(state.change)) ?? { change: {} }).change.id);
  buildCards(list, context, opened);
  applyFilters();
  const wanted = cards.find((card) => state.change && idsOf(card.change).includes(state.change));
  if (wanted?.node) {
    wanted.node.classList.add('target');
    wanted.node.scrollIntoView();
    state.change = '';
  }
}

async function load() {
  const departments = await attempt(() => get('departments'));
  if (!departments && !state.departments.length) return;
  state.departments = departments ?? state.departments;
  chooseDefaults();
  renderTop();
  if (!state.department) {
    main.replaceChildren(el('p', {}, say('The store is empty: add a document, or use budgetdiff import.')));
    return;
  }
  const unknown = missing();
  if (unknown.length) {
    state.data = null;
    delete document.body.dataset.ready;
    main.replaceChildren(el('div', { class: 'panel warn', role: 'alert' },
      el('p', {}, say('The store does not have: {0}', unknown.join(say(', ')))),
      el('p', { class: 'dim' }, say('Choose above what it has.'))));
    document.title = 'budgetdiff';
    document.body.dataset.ready = 'yes';
    return;
  }
  const data = await attempt(() => get('changes', pairOf()));
  if (data) {
    state.data = data;
    state.head = data.head;
    render();
  }
}

async function search(query) {
  if (!query.trim()) return;
  const result = await attempt(() => get('search', { q: query }));
  if (!result) return;
  const show = (one) => () => {
    Object.assign(state, { department: one.department, before: '', from: '', to: editionKey(one) });
    chooseDefaults();
    filters.text = one.project;
    filters.unchanged = true;
    box.close();
    go();
  };
  const box = dialog(say('{0} found', result.found.length + (result.more ? '+' : '')),
    el('table', {}, el('tbody', {}, result.found.map((one) => el('tr', {},
      el('td', {}, editionName(one)), el('td', {}, el('button', { class: 'link', onclick: show(one) }, bdi(one.project)),
        one.where === 'name' ? null : el('div', { class: 'dim' }, bdi(one.text.slice(0, 160)))),
      el('td', {}, bdi(one.department)), el('td', { class: 'num' }, one.total ? `${money(one.total)} ${one.unit}` : ''))))));
}

async function showHistory(project) {
  const line = await attempt(() => get('history', { department: state.department, project }));
  if (!line) return;
  dialog(say('History'), el('div', { class: 'scroll' }, el('table', {}, el('tbody', {}, line.projects.map((node) => el('tr', {},
    el('td', {}, node.year), el('td', {}, bdi(node.name)),
    el('td', { class: 'num' }, money(node.total)), el('td', { class: 'num' }, node.share ? node.share + '%' : '')))))));
}

// A change made elsewhere shows without a reload.
async function follow() {
  for (;;) {
    try {
      const news = await get('events', { after: state.head });
      if (news.changed && news.head !== state.head) {
        state.head = news.head;
        await load();
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
}

async function start() {
  takeToken();
  readAddress();
  session.lang = localStorage.getItem('lang') ?? '';
  const about = await get('session');
  session.lang = about.language;
  session.readOnly = about.read_only;
  session.author = JSON.parse(localStorage.getItem('author') ?? 'null') ?? about.author ?? null;
  await loadWords();
  await load();
  window.addEventListener('popstate', () => { readAddress(); load(); });
  window.addEventListener('hashchange', () => { readAddress(); load(); });
  follow();
}

start().catch((error) => tell(error.message, true));
