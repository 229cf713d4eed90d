// Dated cards on a time axis. Days are counted from 1 January 1970.
const ROW = 22, LANE = 26, TOP = 30, DAY = 1, YEAR = 365.2425;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const time = { lanes: [], entries: [], from: 0, upto: 1 };

// The day of a date and the date of a day; years are counted with a year 0, which is 1 BC.
const dayOf = (year, month = 1, day = 1) => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400), yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
};
const dateOf = (days) => {
  const z = Math.floor(days) + 719468, era = Math.floor(z / 146097), doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)), mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1];
};
const yearName = (year) => (year > 0 ? `${year}` : `${1 - year} BC`);

const ticks = (from, upto, most) => {
  const span = upto - from, out = [];
  const years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].find((step) => span / (step * YEAR) <= most) ?? 100000;
  if (years > 1 || span / YEAR > most / 3) {
    for (let year = Math.ceil(dateOf(from)[0] / years) * years; dayOf(year) <= upto; year += years) out.push([dayOf(year), yearName(years > 1 && year <= 0 ? year + 1 : year)]);
    return out;
  }
  const months = [1, 3, 6].find((step) => span / (step * 30.4) <= most);
  if (span / 30.4 > most / 3 && months) {
    let [year, month] = dateOf(from);
    month = Math.floor((month - 1) / months) * months + 1;
    for (; dayOf(year, month) <= upto; month += months) {
      if (month > 12) { month -= 12; year += 1; }
      out.push([dayOf(year, month), month === 1 ? yearName(year) : `${MONTHS[month - 1]} ${yearName(year)}`]);
    }
    return out.filter(([day]) => day >= from && day <= upto);
  }
  const days = [1, 2, 7, 14].find((step) => span / step <= most) ?? 14;
  for (let day = Math.ceil(from / days) * days; day <= upto; day += days) {
    const [year, month, date] = dateOf(day);
    out.push([day, `${date} ${MONTHS[month - 1]} ${yearName(year)}`]);
  }
  return out;
};

const svg = (name, attributes, ...inside) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...inside);
  return node;
};

const fades = () => {
  const fade = (id, stops, color) => svg("linearGradient", { id, class: color }, ...stops.map(([offset, none]) => svg("stop", { offset, ...(none ? { class: "none" } : {}) })));
  const kinds = { start: [[0, 1], [0.5, 0]], end: [[0.5, 0], [1, 1]], both: [[0, 1], [0.35, 0], [0.65, 0], [1, 1]] };
  return svg("defs", {}, ...Object.entries(kinds).flatMap(([name, stops]) => [fade(`fade-${name}`, stops, "plain-stop"), fade(`fade-${name}-clash`, stops, "clash-stop")]));
};

const shape = (entry, x, y, width, isThin) => {
  const [soft, end] = [entry.start !== "sharp", entry.end !== "sharp"];
  if (width < 9) return svg("circle", { class: "shape", cx: x + width / 2, cy: y, r: 5 });
  const fade = soft && end ? "both" : soft ? "start" : end ? "end" : null;
  const height = isThin ? 4 : entry.span ? 12 : 6;
  const fill = fade ? { fill: `url(#fade-${fade}${entry.conflicts.length ? "-clash" : ""})` } : { class: "shape" };
  return svg("rect", { ...fill, x, y: y - height / 2, width, height, rx: 3 });
};

const short = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

const mark = (entry, x, y, width, label, before, on) => {
  const clash = entry.conflicts.length > 0;
  const names = `event${clash ? " clash" : ""}${entry.start !== "sharp" || entry.end !== "sharp" ? " soft" : ""}`;
  const text = svg("text", { x: before ? x - 6 : (on ?? x + Math.max(width, 9) + 4), y: on === null ? y + 4 : y + 1, "text-anchor": before ? "end" : "start" }, label);
  const node = svg("g", { class: names }, svg("title", {}, `${entry.date}: ${entry.text}${clash ? " (conflicts with another card)" : ""}`), shape(entry, x, on === null ? y : y + 8, width, on !== null), text);
  node.addEventListener("click", () => reveal(entry.card));
  return node;
};

const drawChart = () => {
  const width = Math.max(320, $("chart").clientWidth), scale = (width - 24) / (time.upto - time.from);
  const at = (day) => 12 + (day - time.from) * scale;
  const out = [fades()];
  let y = TOP;
  for (const lane of time.lanes) {
    const rows = [], marks = [];
    for (const entry of time.entries) {
      if (entry.lane !== lane || entry.last + DAY < time.from || entry.first > time.upto) continue;
      const open = 36;
      const x = at(entry.first) - (entry.start === "open" ? open : 0);
      const w = at(entry.last + DAY) - at(entry.first) + (entry.start === "open" ? open : 0) + (entry.end === "open" ? open : 0);
      const whole = short(`${entry.date}  ${entry.text}`, 60), fits = Math.floor((width - x - w - 18) / 6.4);
      const before = x + w + whole.length * 6.4 + 14 > width && x > whole.length * 6.4 + 14;
      const label = !before && fits >= 24 ? short(whole, fits) : whole, room = label.length * 6.4 + 14;
      // Where a bar leaves no room beside it, its label stands above it.
      const on = !before && x + w + room > width ? Math.max(x, 4) : null;
      const [left, right] = before ? [x - room, x + w] : [x - 4, on === null ? x + w + room : Math.max(x + w, on + room)];
      let row = rows.findIndex((end) => end <= left);
      if (row < 0) row = rows.length < 60 ? rows.push(0) - 1 : 59;
      rows[row] = right;
      marks.push([entry, x, row, w, label, before, on]);
    }
    out.push(svg("line", { class: "grid", x1: 0, x2: width, y1: y, y2: y }), svg("text", { class: "lane", x: 8, y: y + 17 }, lane));
    for (const [entry, x, row, w, label, before, on] of marks) out.push(mark(entry, x, y + LANE + row * ROW + 8, w, label, before, on));
    y += LANE + Math.max(1, rows.length) * ROW + 4;
  }
  const lines = ticks(time.from, time.upto, Math.floor(width / 90)).flatMap(([day, name]) => [
    svg("line", { class: "grid", x1: at(day), x2: at(day), y1: 22, y2: y }),
    svg("text", { class: "tick", x: Math.max(at(day), 20), y: 15, "text-anchor": "middle" }, name),
  ]);
  out.splice(1, 0, ...lines);
  $("chart").replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${y}`, height: y }, ...out));
  $("range").textContent = `${yearName(dateOf(time.from)[0])} – ${yearName(dateOf(time.upto)[0])}`;
};

const toCard = (id, words) => {
  const button = make("button", { type: "button" }, words);
  button.addEventListener("click", () => reveal(id));
  return button;
};

const drawTable = () => {
  const many = time.lanes.length > 1;
  const row = (entry) => {
    const clash = entry.conflicts.length > 0;
    const what = make("td", {}, toCard(entry.card, entry.text));
    for (const id of entry.conflicts) {
      const other = state.cards.get(id);
      if (other) what.append(make("br"), "conflicts with ", toCard(id, textOf(other.front).trim()));
    }
    return make("tr", clash ? { class: "clash" } : {}, make("td", {}, entry.date), what, ...(many ? [make("td", {}, entry.lane)] : []));
  };
  const names = make("tr", {}, ...["When", "What", ...(many ? ["Section"] : [])].map((it) => make("th", { scope: "col" }, it)));
  const table = make("table", {}, make("caption", {}, count(time.entries.length, "dated event")), make("thead", {}, names), make("tbody", {}, ...time.entries.map(row)));
  $("events").replaceChildren(table);
};

const fit = () => {
  const first = Math.min(...time.entries.map((it) => it.first)), last = Math.max(...time.entries.map((it) => it.last));
  const room = time.entries.length ? (last - first) / 20 + 30 : 0;
  [time.from, time.upto] = time.entries.length ? [first - room, last + room] : [-YEAR, YEAR];
};

const zoom = (factor, middle = (time.from + time.upto) / 2) => {
  const span = Math.min(Math.max((time.upto - time.from) * factor, 14), 4_000_000);
  const part = (middle - time.from) / (time.upto - time.from);
  time.from = middle - span * part;
  time.upto = time.from + span;
  drawChart();
};

const pan = (part) => {
  const by = (time.upto - time.from) * part;
  [time.from, time.upto] = [time.from + by, time.upto + by];
  drawChart();
};

const showTimeline = ({ lanes, entries }) => {
  const first = time.entries.length === 0;
  Object.assign(time, { lanes, entries });
  if (first) fit();
  if (state.view !== "timeline") return;
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
  const act = { "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1.6), ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15), "0": () => { fit(); drawChart(); } }[event.key];
  if (act) event.preventDefault();
  act?.();
  return Boolean(act);
};

$("zoom-in").addEventListener("click", () => zoom(0.6));
$("zoom-out").addEventListener("click", () => zoom(1.6));
$("zoom-fit").addEventListener("click", () => { fit(); drawChart(); });
$("chart").addEventListener("wheel", (event) => {
  if (event.shiftKey || (!event.ctrlKey && $("chart").scrollHeight > $("chart").clientHeight)) return;
  event.preventDefault();
  const box = $("chart").getBoundingClientRect();
  zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, time.from + ((event.clientX - box.left) / box.width) * (time.upto - time.from));
}, { passive: false });
$("chart").addEventListener("pointermove", (event) => {
  if (event.buttons === 1 && event.movementX) pan(-event.movementX / $("chart").clientWidth);
});
addEventListener("resize", () => state.view === "timeline" && drawChart());
