//! Where things lie on the chart of what both sides offered.

use negotiation::terms::Unit;
use timeline::page::canvas::{BESIDE_MARK, Canvas, WIDTH, breadth};
use timeline::page::scale::Scale;

#[test]
fn few_sessions_fill_the_width_of_a_phone_and_many_go_beyond_it() {
    let few = Canvas::over(Unit::BasisPoints, &[300, 750], 4, "4.5%达成");
    assert_eq!(few.width, WIDTH);
    assert!(few.centre(3) + BESIDE_MARK + breadth("4.5%达成") <= few.width);
    let many = Canvas::over(Unit::BasisPoints, &[300, 750], 9, "");
    assert!(many.width > WIDTH);
    assert!(many.centre(8) < many.width);
}

#[test]
fn long_amounts_have_room_beside_each_other() {
    let canvas = Canvas::over(Unit::Fen, &[123_456_789_000, 223_456_789_050], 3, "");
    assert!(canvas.centre(1) - canvas.centre(0) >= breadth("2,234,567,890.50"));
}

#[test]
fn the_axis_is_round_and_holds_every_amount() {
    for (amounts, low, high, step) in [
        (vec![300, 750], 200, 800, 200),
        (vec![500], 480, 520, 20),
        (vec![-150, 250], -200, 300, 100),
        (vec![249_000, 260_000], 245_000, 260_000, 5_000),
        (vec![0], -1, 1, 1),
    ] {
        let scale = Scale::over(amounts.iter().copied());
        assert_eq!(scale, Scale { high, low, step }, "{amounts:?}");
    }
}

#[test]
fn the_largest_amounts_that_a_record_may_carry_have_an_axis() {
    let scale = Scale::over([-1_000_000_000_000_000, 1_000_000_000_000_000]);
    assert_eq!(scale.place(1_000_000_000_000_000, 200, 0), 0);
    assert_eq!(scale.place(-1_000_000_000_000_000, 200, 0), 200);
    assert_eq!(scale.ticks().count(), 5);
}
