//! Markdown as HTML.

use deck_syntax::Dialect;
use pulldown_cmark::{
    Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd, html,
};

use super::stash::Stash;
use super::{Cx, clean, code, escape, gaps, math, media};

/// What is read besides plain Markdown.
pub(crate) fn options(dialect: Dialect) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH;
    options.set(Options::ENABLE_WIKILINKS, dialect == Dialect::Obsidian);
    options
}

/// A side, written in Markdown and with its gaps marked, as HTML.
pub(crate) fn markdown(text: &str, cx: &mut Cx<'_>) -> String {
    let folder = cx.source.folder;
    let parser = Parser::new_ext(text, options(cx.source.deck.dialect()));
    let mut writer = Writer::new(cx);
    let mut events = Vec::new();
    for event in parser {
        writer.event(event, &mut events);
    }
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    if writer.is_aligned {
        // A style would need leave of the page's policy.
        out = out.replace(" style=\"text-align: ", " align=\"");
    }
    if writer.has_tags {
        out = clean::clean(&out, folder);
    }
    if gaps::has_marks(&out) {
        out = gaps::mark(&out);
    }
    writer.stash.restore(out)
}

#[derive(Default)]
struct Code {
    language: String,
    lines: String,
}

#[derive(Default)]
struct Picture {
    address: String,
    title: String,
    /// What stands for the picture where it cannot be seen.
    alt: String,
    /// How many pictures are open inside this one.
    inside: usize,
}

struct Writer<'w, 'a> {
    cx: &'w mut Cx<'a>,
    stash: Stash,
    /// The block of code that is being read.
    code: Option<Code>,
    /// The picture whose description is being read.
    picture: Option<Picture>,
    /// For each link that is open, whether it may be followed.
    links: Vec<bool>,
    /// Whether the author wrote tags: then all is cleaned.
    has_tags: bool,
    /// Whether a table aligns its columns.
    is_aligned: bool,
    /// Whether a formula that has lines of its own was read last.
    is_below_formula: bool,
}

impl<'w, 'a> Writer<'w, 'a> {
    fn new(cx: &'w mut Cx<'a>) -> Self {
        Self {
            cx,
            stash: Stash::default(),
            code: None,
            picture: None,
            links: Vec::new(),
            has_tags: false,
            is_aligned: false,
            is_below_formula: false,
        }
    }

    fn event<'t>(&mut self, event: Event<'t>, out: &mut Vec<Event<'t>>) {
        if let Some(code) = &mut self.code {
            match event {
                Event::Text(text) => code.lines.push_str(&text),
                Event::End(TagEnd::CodeBlock) => self.end_code(out),
                _ => {}
            }
        } else if self.picture.is_some() {
            self.describe(&event, out);
        } else {
            self.outside(event, out);
        }
    }

    fn outside<'t>(&mut self, event: Event<'t>, out: &mut Vec<Event<'t>>) {
        let is_below_formula = std::mem::take(&mut self.is_below_formula);
        match event {
            Event::Start(Tag::CodeBlock(kind)) => self.code = Some(Code::of(&kind)),
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let address = gaps::without_marks(&dest_url).into_owned();
                let title = gaps::without_marks(&title).into_owned();
                self.picture = Some(Picture { address, title, ..Picture::default() });
            }
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let is_mail = link_type == LinkType::Email;
                let address = if is_mail { format!("mailto:{dest_url}") } else { dest_url.into() };
                self.link(&address, &title, out);
            }
            Event::End(TagEnd::Link) => {
                let close = if self.links.pop() == Some(true) { "</a>" } else { "" };
                out.push(Event::Html(close.into()));
            }
            Event::Start(Tag::Table(alignments)) => {
                self.is_aligned |= alignments.iter().any(|it| *it != Alignment::None);
                out.push(Event::Start(Tag::Table(alignments)));
            }
            Event::InlineMath(latex) => self.formula(&latex, out),
            Event::DisplayMath(latex) => self.display(&latex, out),
            Event::TaskListMarker(is_right) => out.push(Event::Html(self.choice(is_right).into())),
            Event::SoftBreak if is_below_formula || self.is_flowing() => out.push(event),
            // Whoever writes notes line by line means lines.
            Event::SoftBreak => out.push(Event::HardBreak),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.has_tags = true;
                out.push(event);
            }
            event => out.push(event),
        }
    }

    fn end_code(&mut self, out: &mut Vec<Event<'_>>) {
        let code = self.code.take().unwrap_or_default();
        let html = code::block(&code.lines, &code.language, self.cx);
        self.put(html, out);
    }

    /// Reads what stands for a picture, up to the picture's end.
    fn describe(&mut self, event: &Event<'_>, out: &mut Vec<Event<'_>>) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Start(Tag::Image { .. }) => picture.inside += 1,
            Event::End(TagEnd::Image) if picture.inside > 0 => picture.inside -= 1,
            Event::End(TagEnd::Image) => {
                let picture = self.picture.take().unwrap_or_default();
                let html = picture.html(self.cx.source.folder);
                self.put(html, out);
            }
            Event::Text(text) | Event::Code(text) => {
                picture.alt += &gaps::without_marks(text);
            }
            Event::SoftBreak | Event::HardBreak => picture.alt.push(' '),
            _ => {}
        }
    }

    fn formula(&mut self, latex: &str, out: &mut Vec<Event<'_>>) {
        let html = math::formula(latex, false, self.cx.is_front);
        self.put(html, out);
    }

    /// Whether the lines of a paragraph are one text, as hashcards shows them.
    fn is_flowing(&self) -> bool {
        self.cx.source.deck.dialect() == Dialect::Hashcards
    }

    /// A formula on lines of its own: a break beside it would be an empty line.
    fn display(&mut self, latex: &str, out: &mut Vec<Event<'_>>) {
        let html = math::formula(latex, true, self.cx.is_front);
        // One that cannot be read is shown as words among words.
        self.is_below_formula = html.starts_with("<math");
        let above = out.last_mut().filter(|it| **it == Event::HardBreak);
        if let Some(above) = above.filter(|_| self.is_below_formula) {
            *above = Event::SoftBreak;
        }
        self.put(html, out);
    }

    /// HTML of ours. Code with gaps in it stays with all else, to be marked.
    fn put(&mut self, html: String, out: &mut Vec<Event<'_>>) {
        let html = if gaps::has_marks(&html) { html } else { self.stash.keep(html) };
        out.push(Event::Html(html.into()));
    }

    fn choice(&self, is_right: bool) -> &'static str {
        if is_right && !self.cx.is_front {
            "<span class=\"choice\">☑ </span>"
        } else {
            "<span class=\"choice\">☐ </span>"
        }
    }

    fn link(&mut self, address: &str, title: &str, out: &mut Vec<Event<'_>>) {
        let address = gaps::without_marks(address);
        self.links.push(media::is_link(&address));
        if self.links.last() == Some(&true) {
            let title = if title.is_empty() { &address } else { title };
            out.push(Event::Html(opened(&address, &gaps::without_marks(title)).into()));
        }
    }
}

fn opened(address: &str, title: &str) -> String {
    let mut tag = String::from("<a href=\"");
    escape(&mut tag, address);
    tag += "\" title=\"";
    escape(&mut tag, title);
    tag + "\" target=\"_blank\" rel=\"noopener noreferrer\">"
}

impl Code {
    fn of(kind: &CodeBlockKind<'_>) -> Self {
        let language = match kind {
            CodeBlockKind::Fenced(language) => gaps::without_marks(language).into_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        Self { language, lines: String::new() }
    }
}

impl Picture {
    /// The picture; where it lies outside the workspace a link to it, so that nothing is fetched
    /// unasked.
    fn html(&self, folder: &str) -> String {
        let mut out = String::new();
        if let Some(address) = media::address(&self.address, folder) {
            out += "<img src=\"";
            escape(&mut out, &address);
            out += "\" alt=\"";
            escape(&mut out, &self.alt);
            out += "\" title=\"";
            escape(&mut out, &self.title);
            return out + "\">";
        }
        let alt = if self.alt.is_empty() { "picture" } else { &self.alt };
        if !media::is_link(&self.address) {
            escape(&mut out, alt);
            return out;
        }
        out += &opened(&self.address, &self.address);
        escape(&mut out, alt);
        out + "</a>"
    }
}
