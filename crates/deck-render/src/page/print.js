// Two-sided cards to cut out: a sheet of questions, and a sheet of answers that lies behind it when
// the paper is turned over its long edge.
const ON_A_SHEET = 8;

const cell = (html) => {
  if (html === null) return make("div", { class: "none" });
  const length = textOf(html).length;
  const size = [160, 400, 800, 1400].filter((most) => length > most).length;
  return make("div", { class: `s${size}` }, fragment(html));
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

addEventListener("beforeprint", () => (state.view === "timeline" ? drawLanes(Infinity) : $("sheets").replaceChildren(...sheets())));
addEventListener("afterprint", () => $("sheets").replaceChildren());
