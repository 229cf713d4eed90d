//! How fast an editor is answered: `cargo bench -p deck-ide`.

fn main() {
    divan::main();
}
