
"use strict";
const form = document.getElementById("filter");
const findings = [...document.querySelectorAll("article")];

/* Shows the findings that the form asks for, and of the decks those that have one. */
function filter() {
  const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((it) => it.value));
  const rule = document.getElementById("rule").value;
  const file = document.getElementById("file").value;
  let shown = 0;
  for (const finding of findings) {
    const { level, rule: of } = finding.dataset;
    const fits = levels.has(level) && (!rule || rule === of)
      && (!file || file === finding.parentElement.dataset.file);
    finding.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const deck of document.querySelectorAll("section[data-file]")) {
    deck.hidden = !deck.querySelector("article:not([hidden])");
  }
  document.getElementById("status").textContent = `${shown} of ${findings.length} entries shown`;
}

/* The page of a rule is unfolded when a link leads to it. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === "DETAILS") target.open = true;
}

if (findings.length > 0) {
  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
addEventListener("hashchange", unfold);
unfold();
