//! The duties of a case, shared between its states: each changes seldom, and there are many states.

use std::fmt;
use std::sync::Arc;

use super::Duty;

/// All duties that ever arose, in order.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Duties(Vec<Arc<Duty>>);

impl Duties {
    /// The duties, in the order in which they arose.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Duty> + ExactSizeIterator + Clone {
        self.0.iter().map(Arc::as_ref)
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none ever arose.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The duty with this id, to be changed.
    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut Duty> {
        self.0.iter_mut().rev().find(|duty| duty.id == id).map(Arc::make_mut)
    }

    /// One more, after the others.
    pub fn push(&mut self, duty: Duty) {
        self.0.push(Arc::new(duty));
    }
}

impl fmt::Debug for Duties {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
