// In step with the editor: each side says which card is at its top. Only what the reader does is said, so
// what the editor asked for does not come back to it, and neither does what an edit has moved.
const AIR = 8, TELL = 100, AFTER = 1000;
const SCROLLS = /^(Arrow|Page|Home|End|Tab)/;
let readsUntil = 0, toldTop = null, telling = 0;

const brim = () => document.querySelector(".top").getBoundingClientRect().bottom + AIR;

// In another order, or as a timeline, the page has no place that the editor has, too.
const isInStep = () => state.view === "cards" && !state.shuffled;

const cardAtTop = () => {
  const top = brim();
  const reaches = (it) => it.getBoundingClientRect().bottom > top;
  // Chunk by chunk: to ask a card for its place in one that is not drawn would lay it out.
  for (const chunk of $("cards").children) {
    const card = reaches(chunk) && [...chunk.children].find((it) => it.dataset.id && reaches(it));
    if (card) return card.dataset.id;
  }
  return null;
};

const tellTop = () => {
  telling = 0;
  const card = isInStep() ? cardAtTop() : null;
  if (card && card !== toldTop) send({ type: "scroll", card: (toldTop = card) });
};

// The editor moves the page: what scrolls now is not the reader's doing.
const led = (card = null) => {
  clearTimeout(telling);
  [readsUntil, telling, toldTop] = [0, 0, card];
};

const motion = (node) => {
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  return smooth && Math.abs(node.getBoundingClientRect().top) <= 2 * innerHeight ? "smooth" : "auto";
};

// A card comes to the top with the headings right above it.
const showAtTop = (id) => {
  let node = state.nodes.get(id);
  if (!node || node.hidden || !isInStep()) return;
  led(id);
  draw(id);
  for (let before = node.previousElementSibling; before?.tagName === "H2" && !before.hidden; before = before.previousElementSibling) node = before;
  scrollBy({ top: node.getBoundingClientRect().top - brim(), behavior: motion(node) });
};

// A page in a browser follows, and does not lead.
if (setup.transport === "webview") {
  const reads = () => (readsUntil = performance.now() + AFTER);
  for (const kind of ["wheel", "touchmove"]) addEventListener(kind, reads, { passive: true });
  addEventListener("keydown", (event) => SCROLLS.test(event.key) && !event.target.closest("input, select") && reads());
  // The bar, and the wheel as a button.
  addEventListener("pointerdown", (event) => (event.target === document.documentElement || event.button === 1) && reads());
  addEventListener("scroll", () => {
    if (performance.now() > readsUntil) return;
    reads();
    telling ||= setTimeout(tellTop, TELL);
  }, { passive: true });
}
