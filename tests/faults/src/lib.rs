//! Nothing acknowledged is lost and nothing happens twice: the machinery that shows it.
//!
//! A worker is a process of its own that carries genuine cases through, from many tasks at once, and writes down each act
//! that was acknowledged ([`journal`]) before it counts. A driver kills it at instants that nobody chose, or lets the
//! database, the disk or the power fail under it, and compares what was acknowledged with what is there ([`examine`]).
//! Every case follows from its number ([`cases`]), so that the comparison knows each record to the byte.

mod beside;
pub mod cases;
pub mod crowd;
pub mod door;
pub mod examine;
pub mod journal;
pub mod load;
pub mod plain;
pub mod power;
pub mod process;
pub mod program;
pub mod serve;
pub mod watch;
