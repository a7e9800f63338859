//! Starts a cluster, prints the address of its database, and holds it until its input ends:
//! `cargo run -p cluster --example hold`. For measurements by hand.

use std::io::Read;

use cluster::{Cluster, ClusterError, Sync};

fn main() -> Result<(), ClusterError> {
    let cluster = Cluster::start(Sync::Disk)?;
    println!("{}", cluster.url("postgres"));
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
