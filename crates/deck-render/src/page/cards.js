// Cards as elements.
const LEVELS = { error: "Error", warning: "Warning", hint: "Hint" };

const isOpen = (id) => state.openAll !== state.open.has(id);
const sides = (card) => (state.reverse && card.reversible ? [card.back, card.front] : [card.front, card.back]);

const side = (name, html, id) => {
  const node = make("div", { class: name, id, dir: "auto" });
  if (html.trim()) node.append(fragment(html));
  else node.append(make("p", { class: "empty" }, name === "front" ? "No question yet" : "No answer yet"));
  return node;
};

// What stands between backticks is quoted from the deck.
const quoted = (message) => message.split("`").map((part, at) => (at % 2 ? make("q", {}, part) : part));

const badge = ({ level, rule, message }) =>
  make("li", { class: level }, make("b", {}, LEVELS[level]), make("span", {}, ...quoted(message), " ", make("code", {}, rule)));

const place = (card) => `${card.file.split("/").pop()}:${card.line}`;

const fill = (node, card) => {
  const focused = node.contains(document.activeElement) && document.activeElement.className;
  const [front, back] = sides(card);
  node.className = `card ${card.kind}`;
  const go = make("button", { class: "go", type: "button", title: `Go to line ${card.line} of ${card.file}` }, place(card));
  const flip = make("button", { class: "flip", type: "button", "aria-controls": `${card.id}-back` });
  const foot = make("div", { class: "foot" }, flip);
  for (const tag of card.tags) foot.append(make("span", { class: "tag" }, tag));
  if (card.reversible) foot.append(make("span", {}, "⇄ two-way"));
  if (setup.transport !== "file") foot.append(go);
  else foot.append(make("span", { class: "at" }, place(card)));
  node.replaceChildren(side("front", front, `${card.id}-front`), side("back", back, `${card.id}-back`), foot);
  if (card.badges.length) node.append(make("ul", { class: "badges", "aria-label": "Problems" }, ...card.badges.map(badge)));
  node.setAttribute("aria-labelledby", `${card.id}-front`);
  turn(node, card, false);
  tabs(node, card.id === state.current);
  if (focused && focused !== node.className) node.querySelector(`button.${focused.split(" ")[0]}`)?.focus({ preventScroll: true });
  if (card.plain) watcher.observe(node);
};

const turn = (node, card, moves = true) => {
  const open = isOpen(card.id);
  const [front, back] = [node.querySelector(".front"), node.querySelector(".back")];
  if (!back) return;
  front.hidden = open && card.kind === "cloze";
  back.hidden = !open;
  back.classList.toggle("turned", open && moves);
  const flip = node.querySelector(".flip");
  flip.setAttribute("aria-expanded", open);
  flip.textContent = card.kind === "cloze" ? (open ? "Hide words" : "Show words") : open ? "Hide answer" : "Show answer";
};

// Only the current card is a stop of the Tab key, with its buttons.
const tabs = (node, isCurrent) => {
  node.tabIndex = isCurrent ? 0 : -1;
  for (const button of node.querySelectorAll("button")) button.tabIndex = isCurrent ? 0 : -1;
};

const nodeOf = (id) => {
  let node = state.nodes.get(id);
  if (!node) {
    node = make("article", { id: `card-${id}`, class: "card" });
    node.dataset.id = id;
    state.nodes.set(id, node);
    todo.add(id);
  }
  return node;
};

// Cards that have no content yet: those in sight get it at once, the others when there is time.
const todo = new Set();
const draw = (id) => {
  if (todo.delete(id) && state.cards.has(id)) fill(state.nodes.get(id), state.cards.get(id));
};
let drawing = false;
const drawSome = () => {
  const until = performance.now() + 10;
  for (const id of todo) {
    draw(id);
    if (performance.now() > until) break;
  }
  drawing = todo.size > 0;
  if (drawing) setTimeout(drawSome, 4);
};
const drawLater = () => {
  if (!drawing) {
    drawing = true;
    setTimeout(drawSome, 30);
  }
};

// Code is coloured when its card is seen.
const seen = new Set();
const watcher = new IntersectionObserver((entries) => {
  const ids = entries.filter((it) => it.isIntersecting).map((it) => it.target.dataset.id).filter((id) => !seen.has(id));
  for (const id of ids) {
    seen.add(id);
    watcher.unobserve(state.nodes.get(id));
  }
  if (ids.length) send({ type: "seen", cards: ids });
}, { rootMargin: "300px" });
// A card may come into sight before its turn.
const sight = new IntersectionObserver((entries) => {
  for (const it of entries) if (it.isIntersecting) draw(it.target.dataset.id);
}, { rootMargin: "600px" });

const head = (section) => {
  let node = state.heads.get(section.id);
  if (!node) state.heads.set(section.id, (node = make("h2")));
  node.className = section.level === 0 ? "deck" : section.level > 2 ? "deep" : "";
  node.textContent = section.title;
  return node;
};

// Cards in chunks, which the browser draws when they come near. It asks for each of what it may leave
// out whether it is near at each frame: with 10,000 cards by themselves that took longer than drawing.
const CHUNK = 60;
const inChunks = (nodes) => {
  const chunks = new Map();
  let current = null;
  for (const node of nodes) {
    const own = state.shuffled ? null : node.parentNode;
    if (own && own !== current && !chunks.has(own)) current = own;
    else if (!current || (own !== current && chunks.get(current).length >= CHUNK)) current = make("div", { class: "chunk" });
    if (!chunks.has(current)) chunks.set(current, []);
    chunks.get(current).push(node);
  }
  return chunks;
};

// Puts nodes into another in their order; those that stand there already are not moved.
const fillInOrder = (list, nodes) => {
  const wanted = new Set(nodes);
  let at = list.firstChild;
  const skip = (isGone) => {
    while (at && isGone(at)) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  };
  for (const node of nodes) {
    skip((it) => it !== node && !wanted.has(it));
    if (at === node) at = at.nextSibling;
    else list.insertBefore(node, at);
  }
  skip(() => true);
};

// A chunk that was never near is as high as its cards probably are.
const sizeChunks = (isNarrow) => {
  for (const chunk of $("cards").children) {
    const shown = [...chunk.children].filter((it) => !it.hidden).length;
    chunk.hidden = shown === 0;
    const size = `${isNarrow ? "" : "auto "}${shown * 9.3}rem`;
    if (chunk.dataset.size !== size) chunk.style.containIntrinsicBlockSize = chunk.dataset.size = size;
  }
};

// Puts headings and cards in their order.
const arrange = () => {
  const sections = new Map(state.sections.map((it, index) => [it.id, index]));
  const nodes = [];
  let last = -1;
  for (const id of state.shuffled ?? state.order) {
    const index = sections.get(state.cards.get(id).section) ?? -1;
    if (!state.shuffled && index !== last) {
      // Headings without a card of their own stand above the next one that has some.
      for (let at = index > last ? last + 1 : index; at <= index; at++) if (at >= 0 && (at === index || above(at, index))) nodes.push(head(state.sections[at]));
      last = index;
    }
    nodes.push(nodeOf(id));
  }
  const chunks = inChunks(nodes);
  for (const [chunk, inside] of chunks) fillInOrder(chunk, inside);
  fillInOrder($("cards"), [...chunks.keys()]);
  for (const id of (state.shuffled ?? state.order).slice(0, 40)) draw(id);
  for (const id of todo) sight.observe(state.nodes.get(id));
  drawLater();
};

const above = (at, index) => {
  const level = state.sections[at].level;
  return state.sections.slice(at + 1, index + 1).every((it) => it.level > level);
};
