// Two-sided cards to cut out: a sheet of questions, and a sheet of answers that lies behind it when
// the paper is turned over its long edge.
const ON_A_SHEET = 8;
// In points: the largest in which all of a card fits is taken.
const SIZES = [13, 10, 8, 6.5, 5, 4];

const cell = (html) => {
  if (html === null) return make("div", { class: "none" });
  const node = make("div", { dir: "auto" }, fragment(html));
  for (const image of node.querySelectorAll("img")) image.loading = "eager";
  // What is as long as that does not fit into the larger ones.
  const length = textOf(html).length;
  node.dataset.size = [160, 400, 800, 1400].filter((most) => length > most).length;
  return node;
};

const sheets = () => {
  const cards = visible().map((id) => state.cards.get(id));
  const out = [];
  for (let at = 0; at < cards.length; at += ON_A_SHEET) {
    const some = cards.slice(at, at + ON_A_SHEET);
    while (some.length % 2) some.push(null);
    const fronts = some.map((card) => card && sides(card)[0]);
    const backs = some.map((_, index) => some[index ^ 1] && sides(some[index ^ 1])[1]);
    out.push(make("div", { class: "sheet" }, ...fronts.map(cell)), make("div", { class: "sheet" }, ...backs.map(cell)));
  }
  return out;
};

const isTooLarge = (node) => node.scrollHeight > node.clientHeight + 1 || node.scrollWidth > node.clientWidth + 1;

// Makes what does not fit smaller, all at once, so that the browser lays out all sheets once a size.
const shrink = (sheets) => {
  let cells = [...sheets.querySelectorAll("[data-size]")];
  for (const node of cells) node.style.fontSize = `${SIZES[node.dataset.size]}pt`;
  while ((cells = cells.filter(isTooLarge)).length) {
    for (const node of cells) {
      const size = SIZES[++node.dataset.size];
      if (size) node.style.fontSize = `${size}pt`;
      else node.classList.add("cut");
    }
    cells = cells.filter((node) => SIZES[node.dataset.size]);
  }
};

// The picture in pieces that fit on a page, each with its axis: in CSS pixels, as wide as the paper.
const PAPER = { width: 733, height: 1000 };
const pieces = () => {
  const picture = pictureOf(PAPER.width), { lanes, height } = picture.layout;
  const rows = ({ top, rows }) => [top, ...rows.map((_, row) => top + HEAD + (row + 1) * ROW)];
  const ends = [...lanes.flatMap(rows), height];
  const out = [];
  for (let top = 0; top < height; ) {
    const end = ends.findLast((it) => it > top && it <= top + PAPER.height) ?? top + PAPER.height;
    const body = svg("svg", { viewBox: `0 ${top} ${PAPER.width} ${end - top}`, height: end - top }, ...inside(picture, top, end));
    out.push(make("div", { class: "piece" }, axis(picture), body));
    top = end;
  }
  return out;
};

addEventListener("beforeprint", () => {
  const paper = $("sheets");
  if (state.view === "timeline") {
    paper.replaceChildren(...pieces(), ...$("events").cloneNode(true).children);
    return;
  }
  paper.replaceChildren(...sheets());
  paper.classList.add("measured");
  shrink(paper);
  paper.classList.remove("measured");
});
addEventListener("afterprint", () => $("sheets").replaceChildren());
