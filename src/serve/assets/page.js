// The review page: choose two years, read what changed, ask and settle there.

import { get, say, session, takeToken } from './api.js';
import { composed, hasUnsent, lostView, placeBoxes } from './boxes.js';
import { applyFilters, cardOf, filters, forgetCards, placeCards, renderFilters, takeCards } from './cards.js';
import { effectsOf, idsOf, suggestionView, threadList } from './changes.js';
import {
  address, alone, chooseDefaults, editionsOf, missing, pairOf, readAddress, remarks, reportAddress, sideName, state,
} from './compared.js';
import {
  askAuthor, attempt, bdi, delta, dialog, editionKey, editionName, el, kindWord, money, severityWord, size, tell,
} from './parts.js';
import { keepPlace } from './place.js';
import { mayWrite } from './threads.js';
import { showUpload } from './upload.js';

const main = document.getElementById('main');
let searched = '';

function select(label, values, chosen, changed) {
  return el('select', { 'aria-label': label, 'data-key': 'choose-' + label, onchange: (event) => changed(event.target.value) },
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
    : el('button', { class: 'link', 'data-key': 'compare', onclick: () => chooseBefore(other.department) }, say('Compare with another department'));
}

// Puts `build()` into the part of that name, unless what it shows is what it showed before.
const stamps = new WeakMap();
function showIn(part, stamp, build) {
  const text = JSON.stringify([stamp, session.lang, mayWrite(), session.author]);
  if (stamps.get(part) === text) return;
  stamps.set(part, text);
  part.replaceChildren(...[build()].flat(2).filter(Boolean));
}

function renderTop() {
  const { department, before, from, to, departments } = state;
  showIn(document.getElementById('top'), [department, before, from, to, departments], topView);
}

function topView() {
  const skip = document.querySelector('.skip');
  skip.textContent = say('Skip to the changes');
  // What stands behind the # is which years are compared; the link is no such address.
  skip.onclick = (event) => {
    event.preventDefault();
    (main.querySelector('.change:not([hidden]) > summary') ?? main).focus();
  };
  const keysOf = (name) => editionsOf(name).map((one) => [editionKey(one), editionName(one)]);
  const names = state.departments.map((one) => [one.department, one.department]);
  const choices = (list, chosen) => (list.some(([value]) => value === chosen) ? list : [[chosen, chosen || '—'], ...list]);
  const query = el('input', { type: 'search', 'data-key': 'search', 'aria-label': say('Search all years and departments'),
    placeholder: say('Search all years and departments'), oninput: () => { searched = query.value; } });
  query.value = searched;
  // Two groups: what is compared, and what can be done; a narrow window has them one above the other, whole.
  return el('div', { class: 'bar' }, el('div', { class: 'group' },
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
    !mayWrite() ? null : el('button', { 'data-key': 'upload', onclick: () => showUpload(load) }, say('Add a document')),
    !mayWrite() ? null
      : el('button', { 'data-key': 'author', onclick: async () => { if (await askAuthor()) load(); } }, session.author ? bdi(session.author.name) : say('Who are you?')),
    el('button', { 'data-key': 'language', lang: session.lang === 'zh' ? 'en' : 'zh', onclick: switchLanguage },
      session.lang === 'zh' ? 'English' : '中文')));
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
    el('div', { class: 'scroll' }, el('table', { class: 'stack' }, el('tbody', {}, list.map(([side, one]) => el('tr', {},
      el('td', { class: 'word' }, severityWord(one.severity)),
      el('td', { class: 'name' }, bdi(documents[side].file), ' ', el('span', { class: 'num' }, one.place)),
      el('td', { class: 'name' }, bdi(one.project)), el('td', { class: 'name' }, one.text)))))));
}

function leadView(data) {
  const { changes } = data;
  const unit = changes.to.unit ?? '';
  return [
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
    data.form.length ? el('details', { class: 'panel', open: data.form.length < 4 },
      el('summary', {}, say('The form changed')), el('ul', {}, data.form.map((text) => el('li', {}, bdi(text))))) : null,
    alone() ? null : el('div', { class: 'panel' }, waterfall(changes)),
  ];
}

// The parts of the page, for as long as it shows the same two years in the same words.
let parts = null;

function partsFor(frame) {
  if (parts?.frame !== frame || !parts.lead.isConnected) {
    forgetCards();
    const names = ['lead', 'unsent', 'doubtful', 'findings', 'others', 'filters'];
    parts = { frame, ...Object.fromEntries(names.map((name) => [name, el('div')])), list: el('div', { id: 'changes' }) };
    main.replaceChildren(...names.slice(0, -1).map((name) => parts[name]),
      el('h2', {}, say('Changes')), parts.filters, parts.list);
  }
  return parts;
}

function render() {
  const { data } = state;
  const { changes } = data;
  const pair = pairOf();
  const pairKey = JSON.stringify(pair);
  const suggested = changes.suggested ?? [];
  const known = new Set([...changes.projects.flatMap(idsOf), ...suggested.map((one) => one.id),
    ...data.threads.flatMap((thread) => thread.messages.map((one) => one.id))]);
  const { lead, unsent, doubtful, findings, others, filters: filterLine, list } = partsFor(
    JSON.stringify([pair, session.lang, mayWrite(), session.author]));
  const context = {
    pair, pairKey, evidence: data.evidence, documents: data.documents, reload: load, showHistory, linkTo: address,
    unitBefore: changes.from.unit !== changes.to.unit && changes.from.unit ? ` ${changes.from.unit}` : '',
    placeBoxes: () => {
      const lost = placeBoxes(pairKey, known);
      showIn(unsent, lost.map((box) => [box.key, box.text.value]), () => (lost.length ? el('section', { class: 'panel warn' },
        el('h2', {}, say('Not sent: what these words were on is no longer there')), lostView(lost, render)) : []));
    },
  };
  const loose = takeCards(data, context);
  const on = (id) => loose.filter((thread) => thread.change === id);
  const away = loose.filter((thread) => !suggested.some((one) => one.id === thread.change));
  showIn(lead, [state.departments, changes.from, changes.to, changes.totals, changes.reconciliation, data.warnings, data.form,
    countsLine(changes)], () => leadView(data));
  showIn(doubtful, suggested.map((one) => [one, on(one.id), data.evidence[one.id]]), () => (suggested.length
    ? [el('h2', {}, say('Doubtful: please decide')), suggested.map((one) => suggestionView(one, on(one.id), context))] : []));
  showIn(findings, ['from', 'to'].map((side) => [data.documents[side].file, data.documents[side].findings]),
    () => findingsView(data.documents));
  showIn(others, away, () => (away.length ? el('section', { class: 'panel' },
    el('h2', {}, say('Comments on what is no longer there')), threadList(away, context)) : []));
  showIn(filterLine, [changes.to.unit, changes.projects.map((one) => [one.kind, effectsOf(one)])],
    () => renderFilters(changes, () => keepPlace(render)));
  document.title = `${editionName(changes.from)} → ${editionName(changes.to)} · budgetdiff`;
  const finish = () => {
    showLinked();
    document.body.dataset.ready = 'yes';
  };
  delete document.body.dataset.ready;
  placeCards(list, context, finish);
  applyFilters();
  showLinked();
}

// The change that the address names, once, as soon as it is there.
function showLinked() {
  const card = state.change && cardOf(state.change);
  if (!card?.node) return;
  for (const other of main.querySelectorAll('.change.target')) other.classList.remove('target');
  card.node.classList.add('target');
  card.node.hidden = false;
  card.node.open = true;
  card.node.scrollIntoView();
  state.change = '';
}

// Which call for data is the last: what an earlier one brings is of other years, or old.
let loading = 0;

async function load() {
  const turn = ++loading;
  const departments = await attempt(() => get('departments'));
  if (turn !== loading || (!departments && !state.departments.length)) return false;
  state.departments = departments ?? state.departments;
  chooseDefaults();
  if (!state.department) {
    renderTop();
    main.replaceChildren(el('p', {}, say('The store is empty: add a document, or use budgetdiff import.')));
    return true;
  }
  const unknown = missing();
  if (unknown.length) {
    renderTop();
    state.data = null;
    delete document.body.dataset.ready;
    main.replaceChildren(el('div', { class: 'panel warn', role: 'alert' },
      el('p', {}, say('The store does not have: {0}', unknown.join(say(', ')))),
      el('p', { class: 'dim' }, say('Choose above what it has.'))));
    document.title = 'budgetdiff';
    document.body.dataset.ready = 'yes';
    return true;
  }
  const data = await attempt(() => get('changes', pairOf()));
  if (turn !== loading) return false;
  const draw = () => {
    renderTop();
    if (!data) return;
    state.data = data;
    state.head = data.head;
    render();
  };
  // A link leads to its change, and not back to where the reader was.
  if (state.change) draw();
  else keepPlace(draw);
  return Boolean(data);
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
    el('table', { class: 'stack' }, el('tbody', {}, result.found.map((one) => el('tr', {},
      el('td', { class: 'word' }, editionName(one)), el('td', { class: 'name' }, el('button', { class: 'link', onclick: show(one) }, bdi(one.project)),
        one.where === 'name' ? null : el('div', { class: 'dim' }, bdi(one.text.slice(0, 160)))),
      el('td', { class: 'name' }, bdi(one.department)), el('td', { class: 'num' }, one.total ? `${money(one.total)} ${one.unit}` : ''))))));
}

async function showHistory(project) {
  const line = await attempt(() => get('history', { department: state.department, project }));
  if (!line) return;
  const unitOf = (node) => line.editions.find((one) => one.year === node.year && one.stage === node.stage)?.unit ?? '';
  dialog(say('History'), el('div', { class: 'scroll' }, el('table', {}, el('tbody', {}, line.projects.map((node) => el('tr', {},
    el('td', { class: 'word' }, node.year), el('td', { class: 'name' }, bdi(node.name)),
    el('td', { class: 'num' }, money(node.total), node.total ? ' ' + unitOf(node) : ''), el('td', { class: 'num' }, node.share ? node.share + '%' : '')))))));
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// A change made elsewhere shows without a reload; in a window that nobody sees once it is seen,
// as a browser has few connections to one server. Where the program is gone, that is said.
async function follow() {
  const old = el('div', { class: 'error' });
  let silent = 0;
  let asking = null;
  document.addEventListener('visibilitychange', () => { if (document.hidden) asking?.abort(); });
  for (;;) {
    while (document.hidden) {
      await new Promise((resolve) => { document.addEventListener('visibilitychange', resolve, { once: true }); });
    }
    try {
      asking = new AbortController();
      const news = await get('events', { after: state.head }, { signal: asking.signal });
      silent = 0;
      old.remove();
      if (news.changed && news.head !== state.head) {
        await composed();
        if (await load()) state.head = news.head;
        else await pause(3000);
      }
    } catch (error) {
      if (error.name === 'AbortError') continue;
      silent += 1;
      if (silent === 2) {
        old.textContent = say('The program does not answer; what is shown may be old.');
        document.getElementById('status').append(old);
      }
      await pause(3000);
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
  window.addEventListener('beforeunload', (event) => { if (hasUnsent()) event.preventDefault(); });
  follow();
}

start().catch((error) => tell(error.message, true));
