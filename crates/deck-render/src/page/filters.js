// Which cards are shown.
const searchable = (card) => (card.folded ??= fold(`${textOf(card.front)} ${textOf(card.back)} ${card.tags.join(" ")}`));

const sectionsShown = () => {
  if (!state.section) return null;
  const at = state.sections.findIndex((it) => it.id === state.section);
  if (at < 0) return null;
  const level = state.sections[at].level;
  const rest = state.sections.slice(at + 1);
  const end = rest.findIndex((it) => it.level <= level);
  return new Set(state.sections.slice(at, end < 0 ? undefined : at + 1 + end).map((it) => it.id));
};

const isShown = (card, sections, words) =>
  (!sections || sections.has(card.section)) && (!state.onlyProblems || card.badges.length > 0) && words.every((word) => searchable(card).includes(word));

// The headings above those that are used: what is left of a deck still stands below its name.
const addParents = (used) => {
  let below = -1;
  for (const { id, level } of state.sections.slice().reverse()) {
    if (used.has(id)) below = Math.max(below, level);
    else if (level < below) {
      used.add(id);
      below = level;
    }
  }
};

const filter = () => {
  const sections = sectionsShown();
  const words = fold(state.words).split(/\s+/).filter(Boolean);
  const used = new Set();
  let [shown, problems, isTwoWay] = [0, 0, false];
  for (const id of state.order) {
    const card = state.cards.get(id);
    const is = isShown(card, sections, words);
    const node = state.nodes.get(id);
    if (node.hidden === is) node.hidden = !is;
    shown += is;
    problems += card.badges.length;
    isTwoWay ||= card.reversible;
    if (is) used.add(card.section);
  }
  const narrow = Boolean(sections || words.length || state.onlyProblems);
  if (narrow) addParents(used);
  for (const [id, node] of state.heads) node.hidden = narrow && !used.has(id);
  sizeChunks(narrow);
  $("reverse").hidden = !isTwoWay;
  $("nothing").hidden = shown > 0;
  $("nothing").textContent = state.order.length === 0 ? "No cards yet: write a question, and its answer below it." : "No card here matches.";
  const cards = narrow ? `${shown} of ${count(state.order.length, "card")}` : count(shown, "card");
  status(`${cards}${problems ? ` · ${count(problems, "problem")}` : ""}`);
};

let told = "";
const status = (text, trouble = "") => {
  told = text || told;
  const all = trouble ? `${told} · ${trouble}` : told;
  if ($("status").textContent !== all) $("status").textContent = all;
};

const fillSections = () => {
  const select = $("sections");
  const options = state.sections.map((it) => make("option", { value: it.id }, `${"\u2003".repeat(Math.max(0, it.level - 1))}${it.title}`));
  select.replaceChildren(make("option", { value: "" }, "All sections"), ...options);
  if (!state.sections.some((it) => it.id === state.section)) state.section = "";
  select.value = state.section;
  select.hidden = state.sections.length === 0;
};
