//! Which states can't come to an end any more.

use std::collections::BTreeMap;

/// The first state from which no way leads to one of those that are alive.
pub(crate) fn stuck(states: usize, edges: &[(usize, usize)], alive: &[usize]) -> Option<usize> {
    let mut back: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (from, to) in edges {
        back.entry(*to).or_default().push(*from);
    }
    let mut lives = vec![false; states];
    let mut waiting: Vec<usize> = alive.to_vec();
    while let Some(state) = waiting.pop() {
        if let Some(seen) = lives.get_mut(state).filter(|seen| !**seen) {
            *seen = true;
            waiting.extend(back.get(&state).into_iter().flatten());
        }
    }
    lives.iter().position(|lives| !lives)
}
