// Where dated cards stand on the time axis: the same rules as in `timeline/layout.rs` and
// `timeline/ticks.rs`, which say why. Days are counted from 1 January 1970.
const MARGIN = 12, HEAD = 26, ROW = 22, FOOT = 6, ROWS = 40, DOT = 9, RADIUS = 5, OPEN = 36, GAP = 5, REST = 8, PART = 0.45;
const YEAR = 365.2425, MONTH = 30.4, APART = 110;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

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


const dayAt = (day, { from, upto, width }) => MARGIN + ((day - from) * (width - 2 * MARGIN)) / (upto - from);

const frameOf = (entries, width) => {
  if (!entries.length) return { from: -365, upto: 365, width };
  let [first, last] = [Infinity, -Infinity];
  for (const entry of entries) [first, last] = [Math.min(first, entry.first), Math.max(last, entry.last)];
  const room = (last - first) / 20 + 30;
  return { from: first - room, upto: last + room, width };
};

const yearTicks = ({ from, upto }, step) => {
  const out = [];
  for (let mark = Math.floor(dateOf(from)[0] / step); mark <= Math.floor(dateOf(upto)[0] / step) + 1; mark++) {
    const year = mark * step + (step > 1 && mark <= 0 ? 1 : 0);
    out.push([dayOf(year), yearName(year)]);
  }
  return out;
};
const monthTicks = ({ from, upto }, step) => {
  const out = [];
  let [year, month] = dateOf(from);
  month = Math.floor((month - 1) / step) * step + 1;
  for (; dayOf(year, month) <= upto; [year, month] = month + step > 12 ? [year + 1, 1] : [year, month + step]) {
    out.push([dayOf(year, month), month === 1 ? yearName(year) : `${MONTHS[month - 1]} ${yearName(year)}`]);
  }
  return out;
};
const dayTicks = ({ from, upto }, step) => {
  const out = [];
  for (let mark = Math.floor(Math.floor(from) / step) + 1; mark <= Math.floor(Math.floor(upto) / step); mark++) {
    const [year, month, day] = dateOf(mark * step);
    out.push([mark * step, `${day} ${MONTHS[month - 1]} ${yearName(year)}`]);
  }
  return out;
};
const namedDays = (frame) => {
  const span = frame.upto - frame.from, most = Math.floor(frame.width / APART);
  const step = (unit, steps) => steps.find((it) => span / unit / it <= most) ?? steps.at(-1);
  if (span / YEAR > most / 3) return yearTicks(frame, step(YEAR, Array.from({ length: 27 }, (_, at) => [1, 2, 5][at % 3] * 10 ** Math.floor(at / 3))));
  if (span / MONTH > most / 3) return monthTicks(frame, step(MONTH, [1, 3, 6]));
  return dayTicks(frame, step(1, [1, 2, 7, 14]));
};
const ticks = (frame) => namedDays(frame).map(([day, name]) => ({ x: dayAt(day, frame), name })).filter(({ x }) => x >= 30 && x <= frame.width - 30);

const extent = (entry, frame) => {
  const left = dayAt(entry.first, frame) - (entry.start === "open" ? OPEN : 0);
  const right = dayAt(entry.last + 1, frame) + (entry.end === "open" ? OPEN : 0);
  const middle = (left + right) / 2;
  return right - left >= DOT + 2 ? [left, right] : [middle - RADIUS, middle + RADIUS];
};

const cut = (text, room, most) => {
  if (room <= most) return [text, room];
  const letters = [...text];
  const kept = Math.max(Math.floor((letters.length * most) / room), 2) - 1;
  return [`${letters.slice(0, kept).join("").trimEnd()}…`, most];
};

// What stands at a mark, and what both take of their row.
const labelled = (entry, left, right, width) => {
  const [text, room] = cut(`${entry.date}  ${entry.label}`, entry.room, PART * width - 2 * GAP);
  if (right + GAP + room <= width - GAP) return [{ text, x: right + GAP, side: "after" }, left - 2, right + GAP + room + REST];
  if (left - GAP - room >= GAP) return [{ text, x: left - GAP, side: "before" }, left - GAP - room, right + REST];
  const x = Math.max(Math.min(left, width - GAP - room), GAP);
  return [{ text, x, side: "on" }, Math.min(left, x), Math.max(right, x + room) + REST];
};

const layout = ({ lanes, entries }, frame) => {
  const out = lanes.map((name) => ({ name, top: 0, marks: [], rows: [], crowded: false }));
  for (const entry of entries) {
    if (entry.last + 1 < frame.from || entry.first > frame.upto) continue;
    const lane = out[entry.lane];
    const [left, right] = extent(entry, frame);
    const [label, from, upto] = labelled(entry, left, right, frame.width);
    let row = lane.rows.findIndex((end) => end <= from);
    if (row < 0) row = lane.rows.length;
    if (row === ROWS) lane.crowded = true;
    else lane.rows[row] = upto;
    lane.marks.push({ entry, left, right, row, label: row < ROWS ? label : null });
  }
  let height = 0;
  for (const lane of out) {
    lane.top = height;
    for (const mark of lane.marks) mark.y = height + HEAD + (mark.row + 0.5) * ROW;
    height += HEAD + Math.max(lane.rows.length + (lane.crowded ? 1 : 0), 1) * ROW + FOOT;
  }
  return { ticks: ticks(frame), lanes: out, height };
};
