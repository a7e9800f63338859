//! The law of the state machine, explored and printed.
//!
//! A small abstract case (three representatives a side, four delegates, one clause) is driven through the real `decide`
//! and `apply` in every way it can go within bounds; so are cases that hang on one in force, which learns how they end, and
//! a case of a sector with two employers. Properties are checked of every state and step, goals must be reached, and what
//! was seen becomes the page that a lawyer reviews instead of the code. Random sequences go beyond the bounds, through
//! `perform`, and end in a bundle that must verify.
//!
//! Invariants: pure; the same setting gives the same result. States are told apart by an abstraction, so an exploration
//! is complete for the abstract states and checks every concrete step that it takes, not every concrete history.

mod acts;
mod bounds;
mod cast;
mod chance;
mod choice;
mod delegations;
mod explore;
mod family;
mod follow;
mod goal;
mod graph;
pub mod history;
mod key;
pub mod matrix;
mod openings;
mod own;
pub mod page;
mod papers;
mod path;
mod property;
mod prove;
pub mod random;
mod same;
mod side;
mod text;
mod watch;
mod world;

pub use acts::names;
pub use bounds::Bounds;
pub use explore::{Explored, explore};
pub use goal::{GOALS, Goal};
pub use path::{Line, Story};
pub use property::{FINAL, Property};
pub use prove::{prove, prove_comparing};
pub use same::Merges;
pub use world::{Apply, Decide, ModelError, Setting, World};

/// The texts of this crate, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
