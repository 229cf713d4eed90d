//! The command line as people use it: each file in `tests/cli` is a transcript, run in the folder
//! of the same name that ends in `.in`. `TRYCMD=overwrite cargo test --test cli` writes what is
//! printed now.

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("../../tests/cli/*.md");
}
