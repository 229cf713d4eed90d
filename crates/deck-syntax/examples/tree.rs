//! Prints what the parser sees: `cargo run -p deck-syntax --example tree FILE`.

fn main() -> std::io::Result<()> {
    for path in std::env::args_os().skip(1) {
        let text = deck_syntax::decode(std::fs::read(path)?).text;
        print!("{}", deck_syntax::tree::print(&deck_syntax::parse(&text), &text));
    }
    Ok(())
}
