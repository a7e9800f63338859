//! The pages that people see: sign-in, home by role, a case, every act as form, check and receipt.
//!
//! Pages are made on the server and work without script. Nothing legal is decided here: a form becomes a command, the
//! check page asks the same pure function that will decide, and says what would follow; the receipt shows the record.
//!
//! Invariants: whoever isn't related to a case learns nothing of it; every write carries the act's id, so that pressing
//! twice does it once, and the head on which the person decided; what was typed is never lost to an error.

mod act;
mod api;
mod asset;
mod case;
mod demo;
mod desk;
mod home;
mod house;
mod inbox;
mod look;
mod people;
mod privacy;
mod room;
pub mod routes;
mod second;
mod session;
mod site;
mod today;
mod tokens;
mod trouble;
mod vote;
mod who;

pub use asset::has_voter_script;
pub use demo::{Demo, Role};
pub use house::House;
pub use site::{Site, router};
pub use who::furnish;

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = concat!(
    include_str!("../messages/zh-CN.ftl"),
    "\n",
    include_str!("../messages/mandate.zh-CN.ftl"),
    "\n",
    include_str!("../messages/vote.zh-CN.ftl"),
    "\n",
    include_str!("../messages/aloud.zh-CN.ftl"),
    "\n",
    include_str!("../messages/width.zh-CN.ftl"),
    "\n",
    include_str!("../messages/family.zh-CN.ftl"),
    "\n",
    include_str!("../messages/agreement.zh-CN.ftl"),
    "\n",
    include_str!("../messages/binding.zh-CN.ftl"),
    "\n",
    include_str!("../messages/privacy.zh-CN.ftl")
);
