// Dated cards on a time axis, drawn where `layout` puts them.
// `shown` are those of the lanes and entries that search and filters leave.
const time = { lanes: [], entries: [], shown: { lanes: [], entries: [] }, from: 0, upto: 1, said: new Map(), fitted: null };

const svg = (name, attributes, ...inside) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
};

const fades = () => {
  const fade = (id, stops, kind) => svg("linearGradient", { id }, ...stops.map(([offset, none]) => svg("stop", { offset, class: none ? `${kind} none` : kind })));
  const kinds = { start: [[0, 1], [0.5, 0]], end: [[0.5, 0], [1, 1]], both: [[0, 1], [0.35, 0], [0.65, 0], [1, 1]] };
  return svg("defs", {}, ...Object.entries(kinds).flatMap(([name, stops]) => [fade(`fade-${name}`, stops, "plain-stop"), fade(`fade-${name}-clash`, stops, "clash-stop")]));
};

const tenth = (pixels) => Math.round(pixels * 10) / 10;

const shape = ({ entry, left, right, label }, y) => {
  const [soft, end] = [entry.start !== "sharp", entry.end !== "sharp"];
  if (right - left <= 2 * RADIUS) return svg("circle", { class: "shape", cx: tenth((left + right) / 2), cy: y, r: RADIUS });
  const fade = soft && end ? "both" : soft ? "start" : end ? "end" : null;
  const height = label?.side === "on" ? 4 : entry.span ? 12 : 6;
  const fill = fade ? { fill: `url(#fade-${fade}${entry.conflicts.length ? "-clash" : ""})` } : { class: "shape" };
  return svg("rect", { ...fill, x: tenth(left), y: y - height / 2, width: tenth(right - left), height, rx: 3 });
};

const words = ({ entry, label }, y) => {
  const node = svg("text", { x: tenth(label.x), y: label.side === "on" ? y + 1 : y + 4, "text-anchor": label.side === "before" ? "end" : "start" });
  if (label.text.startsWith(entry.date)) node.append(svg("tspan", { class: "when" }, entry.date), label.text.slice(entry.date.length));
  else node.append(label.text);
  return node;
};

const mark = (it) => {
  const { entry, label, y } = it;
  const clash = entry.conflicts.length > 0;
  const names = ["event", clash && "clash", (entry.start !== "sharp" || entry.end !== "sharp") && "soft", !label && "crowd"];
  const others = entry.conflicts.filter((id) => time.said.has(id)).map((id) => `\nconflicts with: ${time.said.get(id)}`);
  const node = svg("g", { class: names.filter(Boolean).join(" ") }, svg("title", {}, `${entry.date}: ${entry.text}${others.join("")}`), shape(it, label?.side === "on" ? y + 8 : y));
  if (label) node.append(words(it, y));
  node.dataset.card = entry.card;
  return node;
};

const laneName = ({ name, top }, width) => svg("text", { class: "lane", x: 8, y: top + 17 }, cut(name, 6.5 * [...name].length, width - 16)[0]);

// What stands between two heights of a picture.
const inside = ({ width, layout: { lanes, ticks: marks, height } }, from, upto) => {
  const out = [fades(), ...marks.map(({ x }) => svg("line", { class: "grid", x1: tenth(x), x2: tenth(x), y1: 0, y2: height }))];
  lanes.forEach((lane, index) => {
    if (lane.top > upto || (lanes[index + 1]?.top ?? height) < from) return;
    out.push(svg("line", { class: "grid", x1: 0, x2: width, y1: lane.top, y2: lane.top }), laneName(lane, width));
    for (const it of lane.marks) if (it.y > from && it.y < upto) out.push(mark(it));
  });
  return out;
};

const axis = ({ width, layout }) => {
  const names = layout.ticks.map(({ x, name }) => svg("text", { class: "tick", x: tenth(x), y: 15, "text-anchor": "middle" }, name));
  return svg("svg", { class: "axis", viewBox: `0 0 ${width} 26`, height: 26 }, ...names);
};

// Only what is near the part in sight is drawn: a picture of 10,000 cards is a hundred screens high.
const NEAR = 1500;
let drawn = null;
const drawLanes = () => {
  const chart = $("chart"), { height } = drawn.layout;
  const [from, upto] = [chart.scrollTop - NEAR, chart.scrollTop + chart.clientHeight + NEAR];
  Object.assign(drawn, { from: from <= 0 ? -Infinity : from + NEAR / 2, upto: upto >= height ? Infinity : upto - NEAR / 2 });
  chart.lastElementChild.replaceChildren(...inside(drawn, from, upto));
};

// The dated cards of those that search and filters leave, and their lanes.
const entriesShown = () => {
  const entries = time.entries.filter((it) => !state.nodes.get(it.card)?.hidden);
  const used = [...new Set(entries.map((it) => it.lane))].sort((a, b) => a - b);
  const places = new Map(used.map((lane, index) => [lane, index]));
  return { lanes: used.map((lane) => time.lanes[lane]), entries: entries.map((it) => ({ ...it, lane: places.get(it.lane) })) };
};

const pictureOf = (width) => ({ width, layout: layout(time.shown, { from: time.from, upto: time.upto, width }) });

// From when to when, as exactly as it can be seen.
const rangeName = () => {
  const [first, last] = [dateOf(time.from), dateOf(time.upto)];
  const name = ([year, month, day]) => (last[0] - first[0] < 2 ? `${day} ${MONTHS[month - 1]} ${yearName(year)}` : yearName(year));
  return `${name(first)} – ${name(last)}`;
};

const drawChart = () => {
  const chart = $("chart");
  drawn = pictureOf(Math.max(280, chart.clientWidth));
  const { width, layout: { height } } = drawn;
  chart.replaceChildren(axis(drawn), svg("svg", { viewBox: `0 0 ${width} ${height}`, height }));
  drawLanes();
  $("range").textContent = rangeName();
};

let drawingChart = false;
const drawSoon = () => {
  if (drawingChart) return;
  drawingChart = true;
  requestAnimationFrame(() => {
    drawingChart = false;
    if (state.view === "timeline" && !$("dated").hidden) drawChart();
  });
};

const toCard = (id, words) => {
  const button = make("button", { type: "button" }, words);
  button.addEventListener("click", () => reveal(id));
  return button;
};

const rowOf = (entry, lanes, many) => {
  const what = make("td", {}, toCard(entry.card, entry.text));
  for (const id of entry.conflicts) {
    const other = state.cards.get(id);
    if (other) what.append(make("br"), "conflicts with ", toCard(id, textOf(other.front).trim()));
  }
  return make("tr", entry.conflicts.length ? { class: "clash" } : {}, make("td", {}, entry.date), what, ...(many ? [make("td", {}, lanes[entry.lane])] : []));
};

const drawTable = () => {
  const many = time.lanes.length > 1;
  const names = make("tr", {}, ...["When", "What", ...(many ? ["Section"] : [])].map((it) => make("th", { scope: "col" }, it)));
  const { lanes, entries } = time.shown, told = entries.length < time.entries.length ? `${entries.length} of ` : "";
  const row = (entry) => rowOf(entry, lanes, many);
  const table = make("table", {}, make("caption", {}, `${told}${count(time.entries.length, "dated event")}`), make("thead", {}, names), make("tbody", {}, ...entries.map(row)));
  $("events").replaceChildren(table);
};

const fit = () => Object.assign(time, frameOf(time.shown.entries, 1));

// How far to the nearest card, if none is between these days.
const toNearest = (from, upto) => {
  const { entries } = time.shown, middle = (from + upto) / 2;
  if (entries.some((it) => it.last >= from && it.first <= upto)) return 0;
  const ways = entries.map((it) => (it.first + it.last) / 2 - middle);
  return ways.reduce((one, other) => (Math.abs(other) < Math.abs(one) ? other : one), ways[0] ?? 0);
};

// From days to ten thousand years, or as far as the cards go.
const zoom = (factor, at) => {
  const middle = at ?? (time.from + time.upto) / 2;
  const all = frameOf(time.entries, 1), most = Math.max(4_000_000, all.upto - all.from);
  const span = Math.min(Math.max((time.upto - time.from) * factor, 10), most);
  const part = (middle - time.from) / (time.upto - time.from);
  time.from = middle - span * part;
  time.upto = time.from + span;
  // What is zoomed into without pointing at it is a card, and not the empty years between two.
  const by = at === undefined ? toNearest(time.from, time.upto) : 0;
  [time.from, time.upto] = [time.from + by, time.upto + by];
  drawSoon();
};

const pan = (part) => {
  const by = (time.upto - time.from) * part;
  [time.from, time.upto] = [time.from + by, time.upto + by];
  drawSoon();
};

const showTimeline = ({ lanes, entries }) => {
  // Before there were any, nothing was fitted.
  const fitted = time.entries.length ? time.fitted : null;
  Object.assign(time, { lanes, entries, fitted, said: new Map() });
  for (const { card, text } of entries) if (!time.said.has(card)) time.said.set(card, text);
  if (state.view === "timeline") drawTimeline();
};

const drawTimeline = () => {
  time.shown = entriesShown();
  const filters = JSON.stringify([state.words, state.section, state.onlyProblems, state.scope]);
  if (filters !== time.fitted) fit();
  time.fitted = filters;
  const isEmpty = time.shown.entries.length === 0;
  $("undated").textContent = time.entries.length ? "No card with a date matches." : "No card here has a date: a year in a question or an answer puts it on the timeline.";
  $("undated").hidden = !isEmpty;
  $("dated").hidden = isEmpty;
  if (isEmpty) return;
  drawChart();
  drawTable();
};

const toggleTimeline = () => {
  const on = state.view === "cards";
  state.view = on ? "timeline" : "cards";
  document.documentElement.classList.toggle("timeline", on);
  $("timeline-view").hidden = !on;
  toggle("timeline", on);
  if (on) send({ type: "timeline" });
};

const reveal = (id) => {
  if (!state.cards.has(id)) return;
  toggleTimeline();
  if (state.nodes.get(id).hidden) {
    state.onlyProblems = false;
    toggle("problems", false);
    state.section = $("sections").value = "";
    search("");
  }
  focusCard(id);
  go(id);
};

const chartKey = (event) => {
  const act = { "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.6), ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15), "0": () => { fit(); drawSoon(); } }[event.key];
  if (act) event.preventDefault();
  act?.();
  return Boolean(act);
};

$("zoom-in").addEventListener("click", () => zoom(0.6));
$("zoom-out").addEventListener("click", () => zoom(1.6));
$("zoom-fit").addEventListener("click", () => { fit(); drawSoon(); });
$("chart").addEventListener("scroll", () => {
  const { scrollTop: top, clientHeight: height } = $("chart");
  if (drawn && (top < drawn.from || top + height > drawn.upto)) drawLanes();
});
$("chart").addEventListener("wheel", (event) => {
  if (event.shiftKey || (!event.ctrlKey && $("chart").scrollHeight > $("chart").clientHeight)) return;
  event.preventDefault();
  const box = $("chart").getBoundingClientRect();
  zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, time.from + ((event.clientX - box.left) / box.width) * (time.upto - time.from));
}, { passive: false });
// What was dragged was not chosen.
let dragged = 0;
$("chart").addEventListener("pointerdown", () => (dragged = 0));
$("chart").addEventListener("pointermove", (event) => {
  if (event.buttons !== 1 || !event.movementX) return;
  dragged += Math.abs(event.movementX);
  pan(-event.movementX / $("chart").clientWidth);
});
$("chart").addEventListener("click", (event) => {
  const card = event.target.closest(".event")?.dataset.card;
  if (card && dragged < 5) reveal(card);
});
addEventListener("resize", drawSoon);
