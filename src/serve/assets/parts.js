// Pieces that the views are made of. Text from documents only ever becomes
// text nodes, inside <bdi> where it stands among other words.

import { say, session } from './api.js';

export function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else if (key in node && typeof value !== 'string') node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

export const bdi = (text) => el('bdi', {}, text ?? '');

// "1234567.80" as "1,234,567.80": digits are moved about, never computed with.
export function money(text) {
  if (text === undefined || text === null) return '—';
  const [, sign, whole, rest] = String(text).match(/^([-+]?)(\d+)(.*)$/) || [null, '', String(text), ''];
  return sign.replace('-', '−') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest;
}

export function signed(text) {
  if (text === undefined || text === null) return '';
  const zero = !/[1-9]/.test(text);
  return zero || text.startsWith('-') ? money(text) : '+' + money(text);
}

export function delta(text, percent) {
  if (text === undefined || text === null) return '';
  const direction = !/[1-9]/.test(text) ? '' : text.startsWith('-') ? 'down' : 'up';
  const share = percent === undefined ? '' : ` (${signed(percent)}%)`;
  return el('span', { class: 'num ' + direction }, signed(text) + share);
}

// For sorting and for lengths of bars alone; what is shown is the text.
export const size = (text) => Math.abs(Number(text ?? 0)) || 0;

const kinds = {
  added: 'new', removed: 'ended', changed: 'changed', renamed: 'renamed', split: 'split', merged: 'merged',
  regrouped: 'regrouped', unchanged: 'unchanged', unexplained: 'unexplained',
};
export const kindWord = (kind) => say(kinds[kind] ?? kind);

const indicatorKinds = {
  added: 'added', removed: 'dropped', changed: 'changed', renamed: 'renamed', reclassified: 'reclassified', moved: 'moved',
};
export const indicatorKindWord = (kind) => say(indicatorKinds[kind] ?? kind);

const severities = { note: 'note', warning: 'warning', error: 'error' };
export const severityWord = (severity) => say(severities[severity] ?? severity);

const effects = {
  tightened: 'tightened', loosened: 'loosened', reworded: 'reworded', comparator_changed: 'comparator changed',
  unit_changed: 'unit changed', changed: 'changed',
};
export const effectWord = (effect) => say(effects[effect] ?? effect);

const fields = {
  total: 'total', fiscal_appropriation: 'fiscal appropriation', special_account: 'special account',
  other_funds: 'other funds', general_public_budget: 'general public budget', government_funds: 'government funds',
  state_capital: 'state capital budget', transfer_payment: 'transfer payments', operating_income: 'operating income',
  carried_over: 'carried over', multi_year_total: 'total over several years', adjusted_budget: 'adjusted budget',
  executed: 'executed', previous_year: 'the year before', goal: 'goal', annual_goal: 'annual goal', annual_target: 'annual target',
  period_target: 'period target', name: 'name', code: 'project code', type: 'type', spending_unit: 'spending unit',
};
export const fieldWord = (field) => (fields[field] ? say(fields[field]) : field);

const stages = { budget: 'budget', adjusted: 'adjusted budget', final: 'final accounts' };
export const stageWord = (stage) => (stages[stage] ? say(stages[stage]) : stage);

export const editionName = (edition) =>
  edition.year + (edition.stage && edition.stage !== 'budget' ? ' ' + stageWord(edition.stage) : '');
export const editionKey = (edition) =>
  edition.year + (edition.stage && edition.stage !== 'budget' ? '.' + edition.stage : '');

export function tell(text, isError = false) {
  const line = el('div', { class: isError ? 'error' : '' }, text);
  document.getElementById('status').append(line);
  setTimeout(() => line.remove(), isError ? 12000 : 4000);
}

export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error.name !== 'AbortError') tell(error.message, true);
    return undefined;
  }
}

export function dialog(title, ...children) {
  const box = el('dialog', { 'aria-label': title });
  box.append(
    el('form', { method: 'dialog', class: 'row' }, el('h2', {}, title),
      el('button', { class: 'push' }, say('Close'))), ...children);
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

// Name and address, asked once and kept in this browser.
export function askAuthor() {
  return new Promise((resolve) => {
    const name = el('input', { type: 'text', required: true, autocomplete: 'name' });
    const email = el('input', { type: 'email', required: true, autocomplete: 'email' });
    name.value = session.author?.name ?? '';
    email.value = session.author?.email ?? '';
    const form = el('form', {
      onsubmit: (event) => {
        event.preventDefault();
        session.author = { name: name.value.trim(), email: email.value.trim() };
        localStorage.setItem('author', JSON.stringify(session.author));
        box.close();
        resolve(true);
      },
    }, el('p', {}, say('Each comment and decision is recorded in your name.')),
      el('label', {}, say('Name'), name), el('label', {}, say('E-mail'), email),
      el('button', { class: 'main' }, say('Save')));
    const box = dialog(say('Who are you?'), form);
    box.addEventListener('close', () => resolve(false));
    name.focus();
  });
}
