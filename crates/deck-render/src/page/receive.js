// What the server says.
const receive = (message) => {
  if (message?.type === "deck") whole(message);
  else if (message?.type === "change") change(message);
  else if (message?.type === "cursor") follow(message.card);
  else if (message?.type === "scroll") showAtTop(message.card);
  else if (message?.type === "timeline") showTimeline(message);
  else if (message?.type === "view" && message.view !== state.view) toggleTimeline();
};

const whole = (message) => {
  Object.assign(state, { version: message.version, title: message.title, sections: message.sections });
  $("title").textContent = document.title = message.title;
  state.scope = message.scope;
  $("all-decks").hidden = !state.scope;
  toggle("all-decks", state.scope === "all");
  const before = state.cards;
  state.cards = new Map(message.cards.map((card) => [card.id, card]));
  state.order = message.cards.map((card) => card.id);
  for (const id of before.keys()) if (!state.cards.has(id)) forget(id);
  for (const [id, card] of state.cards) {
    const node = state.nodes.get(id);
    if (node && !todo.has(id) && JSON.stringify({ ...before.get(id), folded: 0 }) !== JSON.stringify({ ...card, folded: 0 })) fill(node, card);
  }
  reshuffle();
  fillSections();
  arrange();
  settle();
  if (state.view === "timeline") send({ type: "timeline" });
};

const change = (message) => {
  state.version = message.version;
  let moved = message.remove.length > 0;
  if (message.title !== undefined) $("title").textContent = document.title = state.title = message.title;
  if (message.sections) {
    state.sections = message.sections;
    fillSections();
    moved = true;
  }
  for (const id of message.remove) {
    state.cards.delete(id);
    forget(id);
  }
  if (moved) state.order = state.order.filter((id) => state.cards.has(id));
  for (const { after, card } of message.put) moved = put(after, card) || moved;
  for (const shift of message.lines ?? []) shiftLines(shift);
  if (moved) {
    reshuffle();
    arrange();
  }
  settle();
  if (state.view === "timeline") send({ type: "timeline" });
};

// Whether anything has to be arranged anew.
const put = (after, card) => {
  const old = state.cards.get(card.id);
  state.cards.set(card.id, card);
  seen.delete(card.id);
  if (old) {
    todo.delete(card.id);
    fill(nodeOf(card.id), card);
    const at = state.order.indexOf(card.id);
    if ((at > 0 ? state.order[at - 1] : null) === after) return old.section !== card.section;
    state.order.splice(at, 1);
  }
  state.order.splice(after === null ? 0 : state.order.indexOf(after) + 1, 0, card.id);
  return true;
};

// Lines that came or went above cards are no change of theirs.
const shiftLines = ({ from, count: cards, by }) => {
  const at = state.order.indexOf(from);
  for (const id of state.order.slice(at, at + cards)) {
    const card = state.cards.get(id);
    card.line += by;
    const go = state.nodes.get(id)?.querySelector(".go");
    if (go) {
      go.textContent = place(card);
      go.title = `Go to line ${card.line} of ${card.file}`;
    }
  }
};

const forget = (id) => {
  const node = state.nodes.get(id);
  if (node?.contains(document.activeElement)) next(node, 1) ?? next(node, -1);
  node?.remove();
  state.nodes.delete(id);
  todo.delete(id);
  state.open.delete(id);
  if (state.current === id) state.current = null;
};

const settle = () => {
  filter();
  if (!state.current || state.nodes.get(state.current)?.hidden) select(visible()[0] ?? null);
  if (state.view === "timeline") drawTimeline();
};

const reshuffle = () => {
  if (!state.shuffled) return;
  const known = state.shuffled.filter((id) => state.cards.has(id));
  const old = new Set(known);
  for (const id of state.order) if (!old.has(id)) known.splice(Math.floor(Math.random() * (known.length + 1)), 0, id);
  state.shuffled = known;
};

const follow = (id) => {
  state.nodes.get(state.cursor)?.removeAttribute("aria-current");
  state.cursor = id;
  const node = state.nodes.get(id);
  if (!node) return;
  node.setAttribute("aria-current", "true");
  if (node.hidden || state.view !== "cards") return;
  draw(id);
  led();
  node.scrollIntoView({ block: "nearest", behavior: motion(node) });
};
