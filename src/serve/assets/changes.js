// One change: its line, and what it opens to.

import { post, say, session } from './api.js';
import { alone } from './compared.js';
import {
  askAuthor, attempt, bdi, delta, effectWord, el, fieldWord, indicatorKindWord, kindWord, money, tell,
} from './parts.js';
import { commentButton, mayWrite, threadView } from './threads.js';

const names = (list) => list.map((one) => one.name).join(' + ');

export function titleOf(change) {
  const from = names(change.from);
  const to = names(change.to);
  if (!from || !to || from === to) return to || from;
  return `${from} → ${to}`;
}

export function targetsOf(change) {
  return (change.indicators ?? []).flatMap((one) => one.targets ?? []);
}

// Targets of period and year that say the same are one, as in the reports.
function loosened(change) {
  return (change.indicators ?? []).reduce((sum, one) => sum + new Set((one.targets ?? [])
    .filter((target) => target.effect === 'loosened').map((target) => `${target.from}\n${target.to}`)).size, 0);
}

// Every id that a comment on this change or on a part of it may carry.
export function idsOf(change) {
  const parts = [change, ...(change.funding ?? []), ...(change.fields ?? []), ...(change.goals ?? []),
    ...(change.indicators ?? []), ...targetsOf(change)];
  return parts.map((one) => one.id);
}

export function effectsOf(change) {
  return [...new Set(targetsOf(change).map((one) => one.effect))];
}

// The words that the text filter looks through.
export function wordsOf(change) {
  const indicators = (change.indicators ?? []).flatMap((one) => [one.from?.name, one.to?.name]);
  return [titleOf(change), ...indicators, ...(change.goals ?? []).map((goal) => goal.to)]
    .filter(Boolean).join('\n').toLowerCase();
}

export function summaryLine(change, threads) {
  const openThreads = threads.filter((one) => one.state === 'open').length;
  const weak = loosened(change);
  // What differs in spelling alone is no change, here as in what the card opens to.
  const substance = (list) => (list ?? []).filter((one) => !one.notation).length;
  const extra = [
    substance(change.goals) ? say('goal changed') : '',
    substance(change.indicators) ? say('indicators: {0}', substance(change.indicators)) : '',
    weak ? say('targets loosened: {0}', weak) : '',
    openThreads ? say('open comments: {0}', openThreads) : '',
    threads.length && !openThreads ? say('comments resolved') : '',
  ].filter(Boolean);
  const total = change.total ?? {};
  return el('summary', {},
    el('span', { class: 'names' }, el('span', { class: 'badge ' + change.kind }, kindWord(change.kind)),
      bdi(titleOf(change))),
    el('span', { class: 'money num' }, alone() ? null : money(total.from ?? change.from[0]?.total) + ' → ',
      money(total.to ?? change.to[0]?.total), ' ', alone() ? null : delta(total.delta, total.percent)),
    el('span', { class: 'extra' }, extra.join(' · ')));
}

function fundingTable(change, context) {
  const before = (amount) => (amount == null ? money(amount) : money(amount) + context.unitBefore);
  const rows = (change.funding ?? []).filter((one) => !one.notation);
  const parts = change.from.length + change.to.length > 2
    ? [...change.from.map((one) => ['−', one]), ...change.to.map((one) => ['+', one])] : [];
  const nodes = [];
  if (parts.length) {
    nodes.push(el('div', { class: 'scroll' }, el('table', {}, el('tbody', {}, parts.map(([mark, one]) => el('tr', {},
      el('td', {}, mark), el('td', { class: 'name' }, bdi(one.name)), el('td', { class: 'num' }, (mark === '−' ? before : money)(one.total)))),
    el('tr', {}, el('td'), el('th', { scope: 'row' }, say('sum')),
      el('td', { class: 'num' }, `${money(change.total?.from)} → ${money(change.total?.to)}`))))));
  }
  if (rows.length) {
    nodes.push(el('div', { class: 'scroll' }, el('table', { class: 'amounts' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('funding')),
        el('th', { scope: 'col', class: 'num' }, say('before')), el('th', { scope: 'col', class: 'num' }, say('after')),
        el('th', { scope: 'col', class: 'num' }, say('change')), el('th', { scope: 'col' }, ''))),
      el('tbody', {}, rows.map((one) => el('tr', {}, el('th', { scope: 'row' }, fieldWord(one.field)),
        el('td', { class: 'num' }, before(one.from)), el('td', { class: 'num' }, money(one.to)),
        el('td', { class: 'num' }, delta(one.delta, one.percent)),
        el('td', {}, commentButton(context, one.id, fieldWord(one.field)))))))));
  }
  return nodes;
}

// Which part of a split or merger a goal or an indicator is of; nothing where there is one alone.
function partOf(change, one) {
  const sides = [[change.from, one.from_project], [change.to, one.to_project]];
  const named = sides.filter(([list, name]) => list.length > 1 && name).map(([, name]) => name);
  return named.length ? bdi(named.join(' → ')) : null;
}

function goalView(change, goal, context) {
  const marks = { '=': 'span', '-': 'del', '+': 'ins' };
  const prose = goal.edits?.length
    ? goal.edits.map(([mark, text]) => el(marks[mark], {}, text))
    : [goal.from ? el('del', {}, goal.from) : null, goal.to ? el('ins', {}, goal.to) : null];
  const part = partOf(change, goal);
  return el('div', {}, el('h3', { class: 'line' }, fieldWord(goal.field), part ? [say(': '), part] : null, ' ',
    commentButton(context, goal.id, [fieldWord(goal.field), part?.textContent].filter(Boolean).join(' · '))),
  el('p', { class: 'prose', dir: 'auto' }, prose));
}

// TargetChange::rule of a target that only one of the forms has: said once, of the form.
const ruleOfForm = 'only one of the forms has such targets';

// TargetChange::rule where the two figures alone do not show why the effect is what it is: of parts
// and wholes, and where nothing tells whether more is better.
const ruleOfDivision = 'the parts add up to the whole';
const ruleOfParts = 'a part is not held against the whole';
const ruleOfUnknown = 'whether more is better is not known';
const ruleOfSum = 'all parts together: ';

function reasonOf(rule) {
  if (rule?.startsWith(ruleOfSum)) {
    const [from, to] = rule.slice(ruleOfSum.length).split(' -> ');
    return say('all parts together: {0} → {1}', from, to);
  }
  if (rule === ruleOfDivision) return say('the parts add up to the whole');
  if (rule === ruleOfParts) return say('a part is not held against the whole');
  return rule === ruleOfUnknown ? say('whether more is better is not known') : '';
}

function effectText(target) {
  const reason = reasonOf(target.rule);
  return effectWord(target.effect) + (reason ? say(' ({0})', reason) : '');
}

const category = (one) => [one?.level1, one?.level2].filter(Boolean).join(' / ');

function indicatorRow(change, one, context) {
  const part = partOf(change, one);
  const now = one.to ?? one.from;
  const name = one.from && one.to && one.from.name !== one.to.name
    ? [el('del', {}, one.from.name), ' ', el('ins', {}, one.to.name)] : [bdi(now.name)];
  const moved = one.from && one.to && category(one.from) !== category(one.to)
    ? `${category(one.from)} → ${category(one.to)}` : category(now);
  const shown = (one.targets ?? []).filter((target) => target.rule !== ruleOfForm);
  const targets = shown.length
    ? shown.map((target) => el('div', {}, fieldWord(target.field) + say(': '),
      bdi(target.from || '—'), ' → ', bdi(target.to || '—'), ' ',
      el('span', { class: 'badge ' + target.effect }, effectText(target))))
    : [bdi(now.annual_target || now.period_target || '')];
  return el('tr', {}, el('td', {}, el('span', { class: 'badge' }, indicatorKindWord(one.kind))),
    el('td', { class: 'name' }, name, part ? el('div', { class: 'part' }, part) : null, el('div', { class: 'dim' }, moved)), el('td', { class: 'name' }, targets),
    el('td', {}, commentButton(context, one.id, [now.name, part?.textContent].filter(Boolean).join(' · '))));
}

function indicatorTable(change, context) {
  const rows = (change.indicators ?? []).filter((one) => !one.notation);
  return rows.length === 0 ? [] : [el('h3', {}, say('indicators')), el('div', { class: 'scroll' },
    el('table', { class: 'stack' }, el('tbody', {}, rows.map((one) => indicatorRow(change, one, context)))))];
}

// What a project holds that stands in one of the years alone.
function wholeView(change, context) {
  const side = change.from.length ? change.from : change.to;
  const whole = change.from.length && change.to.length ? null : side[0]?.project;
  if (!whole) return [];
  const unit = change.from.length ? context.unitBefore : '';
  const sources = Object.entries(whole.funding ?? {})
    .filter(([key, amount]) => key !== 'total' && amount !== whole.funding.total && !/^[0.]+$/.test(amount));
  const targets = (one) => (one.period_target && one.annual_target && one.period_target !== one.annual_target
    ? ['period_target', 'annual_target'].map((key) => el('div', {}, fieldWord(key) + say(': '), bdi(one[key])))
    : [bdi(one.annual_target || one.period_target || '')]);
  return [
    ...['spending_unit', 'type', 'code'].filter((key) => whole[key])
      .map((key) => el('p', {}, fieldWord(key) + say(': '), bdi(whole[key]))),
    ...sources.map(([key, amount]) => el('p', {}, fieldWord(key) + say(': '), money(amount) + unit)),
    ...['goal', 'annual_goal'].filter((key) => whole[key] && (key === 'goal' || whole[key] !== whole.goal))
      .map((key) => el('div', {}, el('h3', {}, fieldWord(key)), el('p', { class: 'prose', dir: 'auto' }, whole[key]))),
    ...(whole.indicators?.length ? [el('h3', {}, say('indicators')), el('div', { class: 'scroll' },
      el('table', { class: 'stack' }, el('tbody', {}, whole.indicators.map((one) => el('tr', {},
        el('td', { class: 'name' }, bdi(one.name), el('div', { class: 'dim' }, category(one))),
        el('td', { class: 'name' }, targets(one)))))))] : []),
  ];
}

// What a thread is on, in words; of a split or merger also which part, while that is there.
function aboutText(thread, change) {
  const { part, name, field } = thread.about;
  const within = change && [...(change.goals ?? []), ...(change.indicators ?? [])]
    .find((one) => one.id === thread.change || one.targets?.some((target) => target.id === thread.change));
  const words = {
    funding: [fieldWord(name)],
    indicator: [name, field && fieldWord(field)],
    target: [name, field && fieldWord(field)],
    goal: [fieldWord(name || field)],
    field: [fieldWord(name || field)],
  };
  return [...(words[part] ?? []), within && partOf(change, within)?.textContent].filter(Boolean).join(' · ');
}

export const threadList = (threads, context, change) =>
  threads.map((thread) => threadView(context, thread, aboutText(thread, change)));

// Where the projects stand in both documents.
export function placesText(change, context) {
  const place = (side, refs) => refs.map((ref) => context.documents[side].places[ref.index]).filter(Boolean);
  const parts = [['from', change.from], ['to', change.to]]
    .map(([side, refs]) => {
      const found = place(side, refs);
      return found.length ? `${context.documents[side].file} ${found.join(', ')}` : '';
    }).filter(Boolean);
  return parts.join(' → ');
}

export function changeBody(change, threads, context) {
  const evidence = context.evidence[change.id] ?? [];
  const fields = (change.fields ?? []).filter((one) => !one.notation);
  const places = placesText(change, context);
  return el('div', { class: 'body' },
    fundingTable(change, context),
    wholeView(change, context),
    fields.map((one) => el('p', {}, fieldWord(one.field) + say(': '), el('del', {}, one.from), ' ',
      el('ins', {}, one.to))),
    (change.goals ?? []).filter((goal) => !goal.notation).map((goal) => goalView(change, goal, context)),
    indicatorTable(change, context),
    change.from.length && change.to.length
      ? el('p', { class: 'dim' }, say('match: {0}', change.match.confidence.toFixed(2)),
        evidence.length ? say(': ') : '', bdi(evidence.join(say(', ')))) : null,
    places ? el('p', { class: 'dim' }, say('in the documents: '), bdi(places)) : null,
    threadList(threads, context, change),
    el('p', { class: 'row line' },
      commentButton(context, change.id, titleOf(change)),
      el('button', {
        class: 'link', 'data-key': 'history' + change.id,
        onclick: () => context.showHistory((change.to[0] ?? change.from[0]).name),
      }, say('History')),
      el('a', { href: '#' + context.linkTo(change.id) }, say('Link'))));
}

// One decision at a time: a second click on the way is none.
let deciding = false;

async function decide(context, action, id) {
  if (deciding) return;
  deciding = true;
  try {
    if (!session.author && !(await askAuthor())) return;
    if (!(await attempt(() => post('matches', { ...context.pair, action, id, reason: '' })))) return;
    tell(say('recorded'));
    await context.reload();
  } finally {
    deciding = false;
  }
}

// A match that awaits a person's word.
export function suggestionView(match, threads, context) {
  return el('div', { class: 'panel warn', id: match.id },
    el('strong', {}, bdi(`${names(match.from)} → ${names(match.to)}`)),
    el('div', { class: 'dim' }, say('confidence {0}', match.confidence.toFixed(2)), ' ',
      bdi((context.evidence[match.id] ?? []).join(say(', ')))),
    threadList(threads, context),
    mayWrite() ? el('div', { class: 'row' },
      el('button', { class: 'main', 'data-key': 'accept' + match.id, onclick: () => decide(context, 'accept', match.id) }, say('Accept')),
      el('button', { 'data-key': 'reject' + match.id, onclick: () => decide(context, 'reject', match.id) }, say('Reject'))) : null);
}
