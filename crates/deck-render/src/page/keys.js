// What a person does.
const visible = () => (state.shuffled ?? state.order).filter((id) => !state.nodes.get(id)?.hidden);

const select = (id) => {
  const old = state.nodes.get(state.current);
  if (old) tabs(old, false);
  state.current = id;
  const node = state.nodes.get(id);
  if (node) {
    draw(id);
    tabs(node, true);
  }
};

const focusCard = (id) => {
  if (!id) return null;
  select(id);
  const node = state.nodes.get(id);
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
  return node;
};

const next = (node, step) => {
  const all = visible().filter((id) => state.nodes.has(id));
  return focusCard(all[all.indexOf(node.dataset.id) + step]);
};

const step = (by) => {
  const focused = document.activeElement?.closest?.(".card");
  if (focused) return next(focused, by);
  return focusCard(state.current ?? visible()[0]);
};

const flip = (id) => {
  if (!state.open.delete(id)) state.open.add(id);
  draw(id);
  turn(state.nodes.get(id), state.cards.get(id));
};

const toggle = (button, on) => $(button).setAttribute("aria-pressed", on);

const openAll = () => {
  state.openAll = !state.openAll;
  state.open.clear();
  toggle("open-all", state.openAll);
  for (const [id, node] of state.nodes) if (!todo.has(id)) turn(node, state.cards.get(id), false);
};

const shuffle = () => {
  state.shuffled = state.shuffled ? null : [];
  reshuffle();
  toggle("shuffle", Boolean(state.shuffled));
  const isOnCard = document.activeElement?.closest(".card");
  arrange();
  filter();
  scrollTo(0, 0);
  select(visible()[0] ?? null);
  if (isOnCard) focusCard(state.current);
};

const reverse = () => {
  state.reverse = !state.reverse;
  toggle("reverse", state.reverse);
  for (const [id, card] of state.cards) if (card.reversible && !todo.has(id)) fill(state.nodes.get(id), card);
};

const problems = () => {
  state.onlyProblems = !state.onlyProblems;
  toggle("problems", state.onlyProblems);
  settle();
  scrollTo(0, 0);
};

const widen = () => state.scope && send({ type: "scope", scope: state.scope === "all" ? "deck" : "all" });

// Whoever prints thousands of cards by accident waits for minutes.
const MANY_SHEETS = 250;
const paper = () => {
  const sheets = 2 * Math.ceil(visible().length / ON_A_SHEET);
  const isMeant = state.view !== "cards" || sheets <= MANY_SHEETS || confirm(`Print ${sheets} pages? Search, or choose a section, to print fewer.`);
  if (isMeant) print();
};

const go = (id) => id && send({ type: "open", card: id });

const KEYS = {
  ArrowDown: () => step(1), ArrowRight: () => step(1), ArrowUp: () => step(-1), ArrowLeft: () => step(-1),
  Home: () => focusCard(visible()[0]), End: () => focusCard(visible().at(-1)),
  o: openAll, s: shuffle, r: reverse, p: problems, a: widen, t: () => toggleTimeline(),
  g: () => go(state.current), "/": () => $("search").focus(), "?": () => $("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
  const target = event.target;
  if (target.closest("input, select, textarea")) {
    if (event.key === "Escape" && target.id === "search") {
      if (state.words) search("");
      else focusCard(state.current);
    }
    return;
  }
  if (state.view === "timeline" && chartKey(event)) return;
  const card = target.closest(".card");
  if ((event.key === " " || event.key === "Enter") && !target.closest("button, a, audio")) {
    if (!card && event.key === "Enter") return;
    const id = card?.dataset.id ?? state.current;
    if (id && state.view === "cards") flip(id);
    return event.preventDefault();
  }
  const act = KEYS[event.key];
  if (!act || (state.view !== "cards" && !"p t a / ?".split(" ").includes(event.key))) return;
  event.preventDefault();
  act();
});

$("cards").addEventListener("click", (event) => {
  const node = event.target.closest(".card");
  if (!node || event.target.closest("a, audio") || (getSelection().toString() && !event.target.closest("button"))) return;
  const id = node.dataset.id;
  select(id);
  if (event.target.closest(".go")) return go(id);
  flip(id);
  if (!event.target.closest("button")) node.focus({ preventScroll: true });
});
$("cards").addEventListener("dblclick", (event) => {
  const node = event.target.closest(".card");
  if (node && !event.target.closest("button, a, audio")) go(node.dataset.id);
});
$("cards").addEventListener("focusin", (event) => {
  const node = event.target.closest(".card");
  if (node && node.dataset.id !== state.current) select(node.dataset.id);
});

const search = (words) => {
  $("search").value = state.words = words;
  settle();
  scrollTo(0, 0);
};
$("search").addEventListener("input", () => search($("search").value));
$("sections").addEventListener("change", () => {
  state.section = $("sections").value;
  settle();
  scrollTo(0, 0);
});
$("open-all").addEventListener("click", openAll);
$("shuffle").addEventListener("click", shuffle);
$("reverse").addEventListener("click", reverse);
$("problems").addEventListener("click", problems);
$("timeline").addEventListener("click", () => toggleTimeline());
$("all-decks").addEventListener("click", widen);
$("print").addEventListener("click", paper);
$("help").addEventListener("click", () => $("keys").showModal());
