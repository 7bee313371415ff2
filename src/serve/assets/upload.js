// A document from the reader's disk: first what is in it and what is wrong with it, then,
// when the reader says so, into the store.

import { say, session, upload } from './api.js';
import { askAuthor, bdi, dialog, editionName, el, money, severityWord, tell } from './parts.js';

function tableView(table) {
  return el('div', { class: 'panel' },
    el('strong', {}, bdi(`${table.department || '?'} ${table.year ? editionName(table) : '?'}`)),
    el('p', {}, say('projects: {0}, indicators: {1}, {2} {3}', table.projects, table.indicators, money(table.total), table.unit)),
    table.known ? el('p', { class: 'loosened' }, say('This year is there already: it would be corrected, with a reason.')) : null,
    el('table', { class: 'stack' }, el('tbody', {}, table.findings.map((one) => el('tr', {}, el('td', { class: 'word' }, severityWord(one.severity)),
      el('td', { class: 'word' }, one.place), el('td', { class: 'name' }, bdi(one.project)), el('td', { class: 'name' }, one.text))))));
}

// The dialog that was closed before anything was recorded: what was filled in is there again.
let kept = null;

export function showUpload(recorded) {
  if (kept?.language === session.lang) {
    document.body.append(kept.box);
    kept.box.showModal();
    return;
  }
  const file = el('input', { type: 'file', 'aria-label': say('Document'), required: true });
  const year = el('input', { type: 'number', min: '1900', max: '2200' });
  const department = el('input', { type: 'text' });
  const reason = el('input', { type: 'text' });
  const keep = el('input', { type: 'checkbox', checked: true });
  const result = el('div', { role: 'status' });
  const trouble = el('div', { role: 'alert' });
  // What is recorded is what was checked: the very bytes, read once, under the same year and
  // department. With another file or other words of the form the findings are no longer of it.
  let asked = null;
  const forget = () => {
    asked = null;
    result.replaceChildren();
    trouble.replaceChildren();
  };
  const within = async (work) => {
    trouble.replaceChildren();
    try {
      return await work();
    } catch (error) {
      trouble.replaceChildren(el('p', { class: 'error' }, error.message));
      return undefined;
    }
  };
  const record = async (checked) => {
    if (!session.author && !(await askAuthor())) return;
    const done = await within(() => upload('documents/import', checked.document,
      { ...checked.options, reason: reason.value, keep: keep.checked ? '1' : '' }));
    if (!done) return;
    tell(done.stored.map((one) => `${one.department} ${editionName(one)}: ${say(one.outcome)}`).join('; '));
    box.close();
    kept = null;
    await recorded();
  };
  const check = async (event) => {
    event.preventDefault();
    forget();
    const checked = { options: { year: year.value, department: department.value } };
    asked = checked;
    const found = await within(async () => {
      const chosen = file.files[0];
      checked.document = new File([await chosen.arrayBuffer()], chosen.name);
      return upload('documents/check', checked.document, checked.options);
    });
    if (!found || asked !== checked) return;
    result.replaceChildren(...found.tables.map(tableView),
      el('button', { class: 'main', onclick: () => record(checked) }, say('Record it')));
  };
  for (const input of [file, year, department]) {
    input.addEventListener('input', forget);
    input.addEventListener('change', forget);
  }
  const box = dialog(say('Add a document'), el('form', { onsubmit: check },
    el('label', {}, say('Document'), ' ', file),
    el('label', {}, say('Year, if the document does not say it'), ' ', year),
    el('label', {}, say('Department, if the document does not say it'), department),
    el('label', {}, say('Reason, for a correction'), reason),
    el('label', {}, keep, ' ', say('Keep the document itself')),
    el('button', { class: 'main' }, say('Check it'))), trouble, result);
  box.addEventListener('close', forget);
  file.focus();
  kept = { box, language: session.lang };
}
