//! A large deck.

use std::fmt::Write as _;

/// A deck of many cards in all forms, about 360 bytes each.
pub(crate) fn deck(cards: usize) -> String {
    let mut text = String::from("---\ntitle: The twentieth century\ntags: [history]\n---\n");
    for card in 0..cards {
        if card % 40 == 0 {
            let _ = writeln!(text, "## Chapter {}\n", card / 40 + 1);
        }
        text += &match card % 10 {
            0..4 => question(card),
            4..6 => labelled(card),
            6..8 => formula(card),
            8 => cloze(card),
            _ => one_line(card),
        };
    }
    text
}

fn question(card: usize) -> String {
    format!(
        "What happened in the {card}th meeting of the assembly in {year}?\n\
         - The members signed a treaty of mutual assistance that was to run for ten years, although \
         the larger states kept the right to leave it at any time\n\
         - The frontier commission, led by a general, gave its report on the border (the second of \
         {year})\n\
         - Relations improved: trade grew by 12% and both sides opened embassies again\n\n",
        year = 1900 + card % 97,
    )
}

fn labelled(card: usize) -> String {
    format!(
        "Q: Explain why treaty number {card} did not last.\n\
         A: It was signed in a hurry, so nobody had agreed what would happen if one side broke it.\n\
         \n\
         When that came to pass in {year}, each government read the text in its own way; the court \
         in The Hague, which was asked to decide, needed three years to do so, and by then nobody \
         wanted to hear its judgement.\n\
         @tags treaties, law\n\n",
        year = 1900 + card % 97,
    )
}

fn formula(card: usize) -> String {
    format!(
        "What is the growth rate in model {card}? <!-- revise -->\n\
         It is $r = \\frac{{\\Delta y}}{{y}}$ per year, where $y$ is the output of the whole economy, \
         measured in the prices of one year so that inflation does not count. In code: \
         `(y1 - y0) / y0`. Economists call it *real* growth, as opposed to the nominal growth that \
         newspapers like to print.\n\n"
    )
}

fn cloze(card: usize) -> String {
    format!(
        "C: The {{{{c1::Treaty of Rapallo}}}} of {{{{c2::1922::year}}}} was the {card}th agreement \
         between {{{{c3::Germany}}}} and Soviet Russia; each renounced its claims for the damages of \
         the war, and both resumed full diplomatic relations. Less openly, it helped the German army \
         to test weapons that the {{{{c4::Treaty of Versailles::an earlier one}}}} forbade.\n\n"
    )
}

fn one_line(card: usize) -> String {
    format!(
        "embassy {card} :: the house of an ambassador, and the people who work in it\n\
         consulate {card} ::: the office that helps citizens abroad and grants visas\n\
         armistice {card} :: an agreement to stop fighting while peace is negotiated\n\n"
    )
}
