//! The picture by itself: SVG without a script, which follows a dark page and says in words what it
//! shows.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::layout::{AXIS, RADIUS};
use super::{End, Label, Lane, Layout, Mark, Side, Timeline, TimelineEntry, Window};

/// How wide the picture is.
const WIDTH: f64 = 1000.0;
/// Free room at its foot.
const FOOT: f64 = 10.0;

/// The colours of the page, light and dark. Many programs that show pictures know no variables.
const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#1d1c1a;paint-order:stroke;stroke:#fff;\
stroke-width:3px;stroke-linejoin:round}.paper{fill:#fff}.grid{stroke:#d8d4cc}.tick{fill:#5d5a54}\
.lane{font-weight:600}.when{font-weight:600}.crowd{opacity:.45}.shape{fill:#1f5f8b}\
.soft circle{fill:none;stroke:#1f5f8b;stroke-width:2;stroke-dasharray:3 2}.clash text{fill:#b3261e}\
.clash .shape{fill:#b3261e}.clash.soft circle{fill:none;stroke:#b3261e}.plain-stop{stop-color:#1f5f8b}\
.clash-stop{stop-color:#b3261e}.none{stop-opacity:0}\
@media(prefers-color-scheme:dark){text{fill:#e9e7e2;stroke:#232528}.paper{fill:#232528}\
.grid{stroke:#3c3f44}.tick{fill:#aaa69d}.shape{fill:#8ec5ee}.soft circle{stroke:#8ec5ee}\
.clash text,.clash .shape{fill:#ff9d94}.clash.soft circle{stroke:#ff9d94}.plain-stop{stop-color:#8ec5ee}\
.clash-stop{stop-color:#ff9d94}}";

/// The dated cards as an SVG document: what the page shows before somebody comes nearer.
pub fn svg(timeline: &Timeline) -> String {
    let window = Window::whole(timeline, WIDTH);
    let layout = Layout::of(timeline, &window);
    let height = AXIS + layout.height + FOOT;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
         aria-labelledby=\"timeline-title timeline-desc\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\">\n\
         <title id=\"timeline-title\">Timeline</title>\n\
         <desc id=\"timeline-desc\">{}</desc>\n<style>{STYLE}</style>\n{}\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n",
        escaped(&description(timeline)),
        fades(),
    );
    ticks(&mut out, &layout);
    let said = Said::of(timeline);
    for lane in &layout.lanes {
        draw_lane(&mut out, lane, &said);
    }
    out.push_str("</svg>\n");
    out
}

/// What each card says, for those that contradict it.
struct Said<'t>(HashMap<usize, &'t str>);

impl<'t> Said<'t> {
    fn of(timeline: &'t Timeline) -> Self {
        let said = timeline.entries.iter().rev();
        Self(said.map(|entry| (entry.card, entry.text.as_str())).collect())
    }

    /// What a mark says when somebody points at it.
    fn title(&self, entry: &TimelineEntry) -> String {
        let others = entry.conflicts.iter().filter_map(|card| self.0.get(card));
        let conflicts = others.map(|other| format!("\nconflicts with: {other}"));
        format!("{}: {}{}", entry.date, entry.text, conflicts.collect::<String>())
    }
}

/// What the picture shows, for those who do not see it.
fn description(timeline: &Timeline) -> String {
    let entries = &timeline.entries;
    let list = entries.iter().map(|entry| format!(" {}: {}", entry.date, entry.text));
    let events = if entries.len() == 1 { "event" } else { "events" };
    format!("{} dated {events}.{}", entries.len(), list.collect::<Vec<_>>().join(";"))
}

/// Fades for bars of which the start, the end or both are not sure.
fn fades() -> String {
    let kinds: [(&str, &[(&str, bool)]); 3] = [
        ("start", &[("0", true), ("0.5", false)]),
        ("end", &[("0.5", false), ("1", true)]),
        ("both", &[("0", true), ("0.35", false), ("0.65", false), ("1", true)]),
    ];
    let mut out = "<defs>".to_owned();
    for (name, stops) in kinds {
        for (ending, class) in [("", "plain-stop"), ("-clash", "clash-stop")] {
            let _ = write!(out, "<linearGradient id=\"fade-{name}{ending}\">");
            for (offset, is_none) in stops {
                let none = if *is_none { " none" } else { "" };
                let _ = write!(out, "<stop offset=\"{offset}\" class=\"{class}{none}\"/>");
            }
            out.push_str("</linearGradient>");
        }
    }
    out + "</defs>"
}

fn ticks(out: &mut String, layout: &Layout<'_>) {
    for tick in &layout.ticks {
        let _ = writeln!(
            out,
            "<line class=\"grid\" x1=\"{x}\" x2=\"{x}\" y1=\"20\" y2=\"{}\"/>\
             <text class=\"tick\" x=\"{x}\" y=\"15\" text-anchor=\"middle\">{}</text>",
            AXIS + layout.height,
            escaped(&tick.name),
            x = short(tick.x),
        );
    }
}

fn draw_lane(out: &mut String, lane: &Lane<'_>, said: &Said<'_>) {
    let top = AXIS + lane.top;
    let _ = writeln!(
        out,
        "<line class=\"grid\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{top}\" y2=\"{top}\"/>\
         <text class=\"lane\" x=\"8\" y=\"{}\">{}</text>",
        top + 17.0,
        escaped(lane.name),
    );
    for mark in &lane.marks {
        draw_mark(out, mark, AXIS + lane.y(mark), said);
    }
}

fn draw_mark(out: &mut String, mark: &Mark<'_>, y: f64, said: &Said<'_>) {
    let entry = mark.entry;
    let is_on = mark.label.as_ref().is_some_and(|label| label.side == Side::On);
    let _ = writeln!(
        out,
        "<g class=\"{}\"><title>{}</title>{}{}</g>",
        classes(mark),
        escaped(&said.title(entry)),
        shape(mark, if is_on { y + 8.0 } else { y }),
        mark.label.as_ref().map(|label| words(entry, label, y)).unwrap_or_default(),
    );
}

fn classes(mark: &Mark<'_>) -> String {
    let entry = mark.entry;
    let is_soft = entry.start != End::Sharp || entry.end != End::Sharp;
    let all = [
        (true, "event"),
        (!entry.conflicts.is_empty(), "clash"),
        (is_soft, "soft"),
        (mark.label.is_none(), "crowd"),
    ];
    all.iter().filter(|it| it.0).map(|it| it.1).collect::<Vec<_>>().join(" ")
}

fn words(entry: &TimelineEntry, label: &Label, y: f64) -> String {
    let anchor = if label.side == Side::Before { "end" } else { "start" };
    let y = if label.side == Side::On { y + 1.0 } else { y + 4.0 };
    let text = match label.text.strip_prefix(&entry.date) {
        Some(rest) => {
            format!("<tspan class=\"when\">{}</tspan>{}", escaped(&entry.date), escaped(rest))
        }
        None => escaped(&label.text),
    };
    format!("<text x=\"{}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>", short(label.x))
}

fn shape(mark: &Mark<'_>, y: f64) -> String {
    if mark.is_dot() {
        let x = short(f64::midpoint(mark.left, mark.right));
        return format!("<circle class=\"shape\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>");
    }
    let entry = mark.entry;
    let is_on = mark.label.as_ref().is_some_and(|label| label.side == Side::On);
    // A date that is only known to lie somewhere in a year is thinner than what lasted all of it.
    let height = match (is_on, entry.span) {
        (true, _) => 4.0,
        (false, true) => 12.0,
        (false, false) => 6.0,
    };
    format!(
        "<rect {} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{height}\" rx=\"3\"/>",
        fill(entry),
        short(mark.left),
        y - height / 2.0,
        short(mark.right - mark.left),
    )
}

fn fill(entry: &TimelineEntry) -> String {
    let name = match (entry.start != End::Sharp, entry.end != End::Sharp) {
        (false, false) => return "class=\"shape\"".to_owned(),
        (true, false) => "start",
        (false, true) => "end",
        (true, true) => "both",
    };
    let ending = if entry.conflicts.is_empty() { "" } else { "-clash" };
    format!("fill=\"url(#fade-{name}{ending})\"")
}

/// A place with as many digits as can be seen.
fn short(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            '\n' => out.push('\n'),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::entry;
    use super::*;

    fn lanes() -> Vec<String> {
        vec!["Rome & Carthage".to_owned()]
    }

    #[test]
    fn a_picture_says_in_words_what_it_shows() {
        let mut war = entry(-815_000, -806_000, 0);
        war.text = "Which war was <first>?".to_owned();
        war.span = true;
        war.end = End::Soft;
        let svg =
            svg(&Timeline { lanes: lanes(), entries: vec![war, entry(-798_000, -798_000, 0)] });
        assert!(svg.contains("2 dated events. then: Which war was &lt;first&gt;?; then:"), "{svg}");
        assert!(svg.contains("fill=\"url(#fade-end)\""), "{svg}");
        assert!(svg.contains("<circle class=\"shape\""), "{svg}");
        assert!(svg.contains(">Rome &amp; Carthage</text>"), "{svg}");
        assert!(svg.contains(" BC</text>"), "{svg}");
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
        assert!(!svg.contains("script"));
    }

    #[test]
    fn what_contradicts_is_red_and_says_what() {
        let (mut one, mut other) = (entry(0, 0, 0), entry(365, 365, 0));
        (one.card, one.conflicts, other.card, other.conflicts) = (3, vec![4], 4, vec![3]);
        other.text = "It ended in 1971".to_owned();
        let svg = svg(&Timeline { lanes: lanes(), entries: vec![one, other] });
        assert_eq!(svg.matches("class=\"event clash\"").count(), 2, "{svg}");
        assert!(svg.contains("\nconflicts with: It ended in 1971</title>"), "{svg}");
    }

    #[test]
    fn nothing_is_a_picture_too() {
        assert!(svg(&Timeline::default()).contains("0 dated events."));
    }
}
