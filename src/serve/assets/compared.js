// Which two editions are compared: what the address says, what it leaves open, and what a
// reader must know of the two before any figure.

import { say, session } from './api.js';
import { editionKey, editionName, stageWord } from './parts.js';

// `before` is the department of the earlier year where that had another name.
export const state = { departments: [], department: '', before: '', from: '', to: '', change: '', head: '', data: null };

export function readAddress() {
  const parts = new URLSearchParams(location.hash.replace(/^#/, ''));
  for (const key of ['department', 'from', 'to', 'change']) state[key] = parts.get(key) ?? '';
  state.before = parts.get('from_department') ?? '';
}

// The two editions, as the API names them.
export function pairOf() {
  const { department, from, to, before } = state;
  return { department, from, to, ...(before && before !== department ? { from_department: before } : {}) };
}

export function address(change) {
  const parts = new URLSearchParams(pairOf());
  if (change) parts.set('change', change);
  return parts.toString();
}

export function reportAddress(more) {
  return 'api/report?' + new URLSearchParams({ ...pairOf(), lang: session.lang, ...more });
}

export const editionsOf = (name) => state.departments.find((one) => one.department === name)?.editions ?? [];

// What the address leaves open. Like is held against like: budgets, and where there are not
// two, two editions of one stage, before a budget against what was made of it. What the
// address names stands as it is, whether it is there or not.
export function chooseDefaults() {
  state.department ||= state.departments[0]?.department ?? '';
  const stageOf = (one) => one.stage || 'budget';
  const earlier = editionsOf(state.before || state.department);
  const later = editionsOf(state.department);
  if (!state.to) {
    const budgets = later.filter((one) => stageOf(one) === 'budget');
    const newest = (budgets.length > 1 ? budgets : later).at(-1);
    state.to = newest ? editionKey(newest) : '';
  }
  if (!state.from) {
    const to = later.find((one) => editionKey(one) === state.to);
    const other = earlier.filter((one) => state.before || one !== to);
    const before = other.filter((one) => to && (one.year < to.year
      || (one.year === to.year && one !== to && stageOf(one) === 'budget')));
    const like = before.filter((one) => stageOf(one) === stageOf(to) && one.year < to.year);
    const best = like.at(-1) ?? before.at(-1) ?? (state.before ? other.at(-1) : to);
    state.from = best ? editionKey(best) : '';
  }
}

// What the address names and the store does not have.
export function missing() {
  const out = [];
  for (const [department, edition] of [[state.department, state.to], [state.before || state.department, state.from]]) {
    const known = editionsOf(department);
    if (!known.length) out.push(department);
    else if (!known.some((one) => editionKey(one) === edition)) out.push(`${department} ${edition}`);
  }
  return [...new Set(out)];
}

export const alone = () => !state.before && state.from === state.to;

// "2023 final accounts"; with the department where it had another name.
export const sideName = (changes, side) =>
  (state.before && state.before !== state.department ? `${changes[side].department} ` : '') + editionName(changes[side]);

// What a reader must know before any figure.
export function remarks(changes) {
  if (alone()) {
    return [say('One year alone, held against nothing: {0}', editionName(changes.to)),
      editionsOf(state.department).length === 1 && state.departments.length > 1
        ? say('Where the department had another name before, compare it with that.') : null].filter(Boolean);
  }
  const [from, to] = ['from', 'to'].map((side) => changes[side].stage || 'budget');
  return from === to ? [] : [say('Two different stages: {0} and {1}', stageWord(from), stageWord(to))];
}
