/* What the style sheet cannot do: look for text, sort, count. The report is
   complete without. */
"use strict";
(() => {
  const section = document.getElementById("changes");
  const controls = document.getElementById("filters");
  if (!section || !controls) return;
  const all = [...section.querySelectorAll(".change")];
  const parts = [...section.querySelectorAll(".part")];
  const home = new Map(all.map((article) => [article, article.parentElement]));
  const field = (id) => document.getElementById(id);
  const text = field("f-text"), order = field("f-order"), output = field("f-count");
  const effect = field("f-effect"), amount = field("f-amount"), comments = field("f-comments");
  const kinds = [...controls.querySelectorAll("input[type=checkbox]")];
  const words = new Map();

  const wordsOf = (article) => {
    let found = words.get(article);
    if (found === undefined) {
      found = article.textContent.normalize("NFKC").toLowerCase();
      words.set(article, found);
    }
    return found;
  };

  const filter = () => {
    const off = kinds.filter((box) => !box.checked).map((box) => "k-" + box.id.slice(2));
    const wanted = [];
    if (effect && effect.value !== "any") wanted.push("e-" + effect.value);
    for (const select of [amount, comments]) {
      if (select && select.value !== "any") wanted.push(select.value);
    }
    const asked = text.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const article of all) {
      const has = article.classList;
      const fits = !off.some((name) => has.contains(name)) && wanted.every((name) => has.contains(name)) &&
        (!asked.length || asked.every((word) => wordsOf(article).includes(word)));
      if (article.hidden === fits) article.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const part of parts) {
      part.hidden = !part.querySelector(".change:not([hidden])");
    }
    output.textContent = output.dataset.words.replace("{0}", shown).replace("{1}", all.length);
  };

  const sorted = document.createElement("section");
  sorted.className = "part";
  const sort = () => {
    const key = order.value;
    if (key) {
      const list = [...all].sort((a, b) => a.dataset[key] - b.dataset[key]);
      sorted.append(...list);
      parts[0].before(sorted);
    } else {
      for (const article of all) home.get(article).append(article);
      sorted.remove();
    }
    filter();
  };

  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  controls.addEventListener("change", (event) => (event.target === order ? sort() : filter()));
  field("f-reset").addEventListener("click", () => {
    for (const box of kinds) box.checked = true;
    for (const select of [effect, amount, comments]) if (select) select.value = "any";
    text.value = "";
    order.value = "";
    sort();
  });
  controls.querySelector(".scripted").hidden = false;
  /* From here on the script filters; the style sheet's own rules rest. */
  controls.parentElement.dataset.scripted = "";
  filter();

  /* Paper shows what is folded away, also in browsers whose style sheets cannot. */
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("#findings details:not([open])")) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener("afterprint", () => {
    while (opened.length) opened.pop().open = false;
  });
})();
