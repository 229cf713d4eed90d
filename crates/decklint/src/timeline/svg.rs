//! A timeline as a picture that browsers and documents show: one lane a section, a dot for a date,
//! a bar for a time, ends that fade where they are not sure. It needs no script, follows a dark
//! page, and says in words what it shows.

mod layout;

use deck_ide::timeline::{date_in_words, year_in_words};
use std::fmt::Write as _;

use super::{End, Event, axis};
use layout::{LANE_HEAD, Lane, MARGIN, Mark, ROW, Scale, WIDTH};

/// Room for the axis at the top.
const HEAD: i64 = 40;

const STYLE: &str = "<style>\
text{font:13px sans-serif;fill:#1f2933;paint-order:stroke;stroke:#fff;stroke-width:4px;\
stroke-linejoin:round}.year{font-size:11px;fill:#52606d}.date{fill:#2f6fad}\
.lane{font-weight:bold}.paper{fill:#fff}.line{stroke:#cbd2d9}.mark{fill:#2f6fad}\
.soft{fill:#2f6fad;fill-opacity:.35;stroke:#2f6fad;stroke-dasharray:2 2}\
@media(prefers-color-scheme:dark){text{fill:#e4e7eb;stroke:#1f2933}.year{fill:#9aa5b1}.date{fill:#6cb2f0}\
.paper{fill:#1f2933}.line{stroke:#3e4c59}.mark,.soft{fill:#6cb2f0}.soft{stroke:#6cb2f0}}\
</style>";

/// The events as an SVG document.
pub(crate) fn write(events: &[Event]) -> String {
    let scale = Scale::of(events);
    let lanes = layout::lanes(events, &scale);
    let height = HEAD + lanes.iter().map(Lane::height).sum::<i64>() + MARGIN;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
         aria-labelledby=\"timeline-title timeline-desc\" viewBox=\"0 0 {WIDTH} {height}\" \
         width=\"{WIDTH}\" height=\"{height}\">\n\
         <title id=\"timeline-title\">Timeline</title>\n\
         <desc id=\"timeline-desc\">{}</desc>\n{STYLE}\n{}\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\"/>\n",
        escaped(&description(events)),
        gradients(),
    );
    ticks(&mut out, events, &scale, height);
    let mut top = HEAD;
    for lane in &lanes {
        lane_text(&mut out, lane, top);
        top += lane.height();
    }
    out.push_str("</svg>\n");
    out
}

/// What the picture shows, for those who do not see it.
fn description(events: &[Event]) -> String {
    let list = events.iter().map(|event| format!(" {}: {}", date_in_words(event), event.words()));
    let list: Vec<String> = list.collect();
    format!("{}.{}", deck_lint::count(events.len(), "dated event"), list.join(";"))
}

/// Fades for bars of which the start, the end or both are not sure.
fn gradients() -> String {
    let fade = |name: &str, stops: [(u8, &str); 3]| {
        let stop = |(at, opacity): (u8, &str)| {
            format!("<stop offset=\"{at}%\" stop-color=\"#4a8fd0\" stop-opacity=\"{opacity}\"/>")
        };
        let stops: String = stops.into_iter().map(stop).collect();
        format!("<linearGradient id=\"{name}\">{stops}</linearGradient>")
    };
    let fades = [
        fade("fade-start", [(0, "0"), (35, "1"), (100, "1")]),
        fade("fade-end", [(0, "1"), (65, "1"), (100, "0")]),
        fade("fade-both", [(0, "0"), (50, "1"), (100, "0")]),
    ];
    format!("<defs>{}</defs>", fades.concat())
}

fn ticks(out: &mut String, events: &[Event], scale: &Scale, height: i64) {
    let Some((first, last)) = axis::years(events) else { return };
    let step = axis::step((first, last), 12, &[1, 2, 5, 10, 20, 25, 50, 100]);
    for bin in axis::bin(first, step)..=axis::bin(last, step) + 1 {
        let year = axis::round_year(bin, step);
        let Some(x) = scale.year(year) else { continue };
        let _ = writeln!(
            out,
            "<line class=\"line\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{}\"/>\
             <text class=\"year\" x=\"{x}\" y=\"20\" text-anchor=\"middle\">{}</text>",
            HEAD - 12,
            height - MARGIN,
            year_in_words(year),
        );
    }
}

fn lane_text(out: &mut String, lane: &Lane<'_>, top: i64) {
    let name = escaped(&crate::wording::on_one_line(lane.name, 90));
    let _ = writeln!(
        out,
        "<line class=\"line\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{top}\" y2=\"{top}\"/>\
         <text class=\"lane\" x=\"{MARGIN}\" y=\"{}\">{name}</text>",
        top + LANE_HEAD - 8,
    );
    for mark in &lane.marks {
        mark_text(out, mark, top + LANE_HEAD + mark.row * ROW);
    }
}

fn mark_text(out: &mut String, mark: &Mark<'_>, top: i64) {
    let event = mark.event;
    let title =
        format!("{}: {} ({}:{})", date_in_words(event), event.words(), event.file, event.line);
    let _ = writeln!(
        out,
        "<g><title>{}</title>{}<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"><tspan class=\"date\">{}</tspan> {}</text></g>",
        escaped(&title),
        shape(mark, top),
        mark.text_at,
        top + 13,
        if mark.text_before { "end" } else { "start" },
        escaped(&mark.date),
        escaped(&mark.text),
    );
}

fn shape(mark: &Mark<'_>, top: i64) -> String {
    let (start, end) = (mark.event.start != End::Sharp, mark.event.end != End::Sharp);
    let middle = top + 8;
    if mark.is_dot() {
        let class = if start || end { "soft" } else { "mark" };
        let x = i64::midpoint(mark.from, mark.upto);
        return format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{middle}\" r=\"5\"/>");
    }
    // A date that is only known to lie somewhere in a year is thinner than what lasted all of it.
    let height = if mark.event.is_span { 12 } else { 6 };
    let fill = match (start, end) {
        (false, false) => "class=\"mark\"",
        (true, false) => "fill=\"url(#fade-start)\"",
        (false, true) => "fill=\"url(#fade-end)\"",
        (true, true) => "fill=\"url(#fade-both)\"",
    };
    format!(
        "<rect {fill} x=\"{}\" y=\"{}\" width=\"{}\" height=\"{height}\" rx=\"3\"/>",
        mark.from,
        middle - height / 2,
        mark.upto - mark.from,
    )
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
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::event;
    use super::*;

    #[test]
    fn a_picture_says_in_words_what_it_shows() {
        let mut war = event((-263, 1, 1), (-240, 12, 31), "Which war was <first>?");
        war.is_span = true;
        war.end = End::Soft;
        let svg = write(&[war, event((-217, 8, 2), (-217, 8, 2), "What was Cannae?")]);
        assert!(svg.contains("<title id=\"timeline-title\">"), "{svg}");
        assert!(
            svg.contains("2 dated events. c. 264–241 BC: Which war was &lt;first&gt;?"),
            "{svg}"
        );
        assert!(svg.contains("fill=\"url(#fade-end)\""), "{svg}");
        assert!(svg.contains("<circle class=\"mark\""), "{svg}");
        assert!(svg.contains(">Rome &amp; Carthage</text>"), "{svg}");
        assert!(svg.contains(">250 BC</text>"), "{svg}");
        assert_eq!(svg.matches("<g>").count(), svg.matches("</g>").count());
        assert!(!svg.contains("script"));
    }

    #[test]
    fn nothing_is_a_picture_too() {
        assert!(write(&[]).contains("0 dated events."));
    }
}
