//! What a page is told when what it shows changes.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use deck_preview::Show;
use deck_render::{Badge, BadgeLevel, Face, Kind, Scene, SceneCard, SectionTitle};
use serde_json::{Value, json};

fn card(front: &str, line: usize) -> SceneCard {
    let face = Face {
        kind: Kind::Question,
        front: front.to_owned(),
        back: "b".to_owned(),
        tags: Vec::new(),
        reversible: false,
        is_plain: false,
    };
    SceneCard {
        face: Arc::new(face),
        file: "a.deck".into(),
        line,
        section: None,
        badges: Vec::new(),
    }
}

fn scene(cards: &[SceneCard]) -> Scene {
    Scene { title: "T".to_owned(), sections: Vec::new(), cards: cards.to_vec() }
}

fn update(show: &mut Show, scene: Scene) -> Value {
    show.update(scene).map_or(Value::Null, |message| serde_json::from_str(&message).unwrap())
}

/// The names of the cards in the order in which the page would have them.
fn names(show: &Show) -> Vec<String> {
    let whole: Value = serde_json::from_str(&show.whole()).unwrap();
    let cards = whole["cards"].as_array().unwrap();
    cards.iter().map(|card| card["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_changed_card_keeps_its_name_and_is_all_that_is_said() {
    let mut show = Show::default();
    let (a, b, c) = (card("a", 1), card("b", 3), card("c", 5));
    update(&mut show, scene(&[a.clone(), b, c.clone()]));
    let before = names(&show);
    let message = update(&mut show, scene(&[a.clone(), card("bb", 3), c.clone()]));
    assert_eq!(message["type"], "change");
    assert_eq!(message["put"].as_array().unwrap().len(), 1);
    assert_eq!(message["put"][0]["after"], json!(before[0]));
    assert_eq!(message["put"][0]["card"]["front"], "bb");
    assert_eq!(message["remove"], json!([]));
    assert_eq!(message["lines"], json!([]));
    assert_eq!(names(&show), before);
}

#[test]
fn the_card_at_the_top_is_said_by_its_name() {
    let mut show = Show::default();
    update(&mut show, scene(&[card("a", 1), card("b", 3)]));
    let said: Value = serde_json::from_str(&show.scroll(1).unwrap()).unwrap();
    assert_eq!(said, json!({ "type": "scroll", "card": names(&show)[1] }));
    assert_eq!(show.scroll(2), None);
}

#[test]
fn what_only_moved_down_is_said_in_one_run() {
    let mut show = Show::default();
    let cards = [card("a", 1), card("b", 3), card("c", 5)];
    update(&mut show, scene(&cards));
    let mut moved = cards.clone();
    moved[1].line += 2;
    moved[2].line += 2;
    let message = update(&mut show, scene(&moved));
    let second = &names(&show)[1];
    assert_eq!(message["put"], json!([]));
    assert_eq!(message["lines"], json!([{ "from": second, "count": 2, "by": 2 }]));
    assert_eq!(update(&mut show, scene(&moved)), Value::Null, "nothing is said of nothing");
}

#[test]
fn cards_come_go_and_change_places() {
    let mut show = Show::default();
    let (a, b, c) = (card("a", 1), card("b", 3), card("c", 5));
    update(&mut show, scene(&[a.clone(), b.clone(), c.clone()]));
    let old = names(&show);
    let message = update(&mut show, scene(&[a.clone(), card("new", 3), b.clone(), c.clone()]));
    assert_eq!(message["put"].as_array().unwrap().len(), 1);
    let message = update(&mut show, scene(&[a.clone(), c.clone()]));
    assert_eq!(message["remove"].as_array().unwrap().len(), 2);
    update(&mut show, scene(&[c, a]));
    assert_eq!(names(&show), [old[2].clone(), old[0].clone()]);
}

#[test]
fn a_badge_and_a_heading_are_changes() {
    let mut show = Show::default();
    let mut one = card("a", 1);
    update(&mut show, scene(std::slice::from_ref(&one)));
    one.badges =
        vec![Badge { level: BadgeLevel::Hint, rule: "r".to_owned(), message: "m".to_owned() }];
    let message = update(&mut show, scene(std::slice::from_ref(&one)));
    assert_eq!(message["put"][0]["card"]["badges"][0]["level"], "hint");
    one.section = Some(0);
    let section = SectionTitle { title: "S".to_owned(), level: 1 };
    let message =
        update(&mut show, Scene { sections: vec![section], ..scene(std::slice::from_ref(&one)) });
    assert_eq!(message["sections"][0]["title"], "S");
    assert_eq!(message["put"][0]["card"]["section"], message["sections"][0]["id"]);
}

/// A page that is told only what changes has in the end what it would have been told at once.
#[test]
fn changes_add_up() {
    let mut show = Show::default();
    let (mut page, mut seed) = (Vec::<Value>::new(), 7_u64);
    let mut cards: Vec<SceneCard> = Vec::new();
    for round in 0..400_usize {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (seed >> 33) as usize % (cards.len() + 1);
        match (seed >> 20) % 4 {
            0 if at < cards.len() => _ = cards.remove(at),
            1 if at < cards.len() => cards[at] = card(&format!("e{round}"), 0),
            2 if at < cards.len() => {
                let moved = cards.remove(at);
                cards.insert(at / 2, moved);
            }
            _ => cards.insert(at, card(&format!("n{}", round % 9), 0)),
        }
        cards.iter_mut().enumerate().for_each(|(index, card)| card.line = index * 2 + 1);
        apply(&mut page, &update(&mut show, scene(&cards)));
        let whole: Value = serde_json::from_str(&show.whole()).unwrap();
        assert_eq!(&page, whole["cards"].as_array().unwrap(), "round {round}");
    }
}

/// As the page does it.
fn apply(page: &mut Vec<Value>, message: &Value) {
    let find = |page: &[Value], id: &Value| page.iter().position(|card| &card["id"] == id);
    if message.is_null() {
        return;
    }
    for id in message["remove"].as_array().unwrap() {
        page.remove(find(page, id).unwrap());
    }
    for put in message["put"].as_array().unwrap() {
        if let Some(at) = find(page, &put["card"]["id"]) {
            page.remove(at);
        }
        let after = &put["after"];
        let at = if after.is_null() { 0 } else { find(page, after).unwrap() + 1 };
        page.insert(at, put["card"].clone());
    }
    for shift in message["lines"].as_array().unwrap() {
        let from = find(page, &shift["from"]).unwrap();
        for card in &mut page[from..][..shift["count"].as_u64().unwrap() as usize] {
            let line = card["line"].as_i64().unwrap() + shift["by"].as_i64().unwrap();
            card["line"] = line.into();
        }
    }
}
