//! The process that is killed: `worker load DATABASE JOURNAL TASKS EVERY_US`, `worker serve CONFIG CLOCK PORTS`, or with
//! the pages `worker rooms CONFIG CLOCK PORTS`; and the crowd before the latter: `worker crowd ADDRESS CLIENTS`.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use faults::cases::Cases;
use faults::crowd::crowd;
use faults::load::Load;
use faults::serve::{self, Rooms};
use tokio::runtime::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    match arguments.as_slice() {
        ["load", database, journal, tasks, every] => {
            let (place, journal) = (database.parse()?, (*journal).into());
            let every = Some(Duration::from_micros(every.parse()?)).filter(|every| !every.is_zero());
            runtime.block_on(Load { place, journal, tasks: tasks.parse()?, every }.run())?;
            Ok(())
        }
        [word @ ("serve" | "rooms"), config, clock, ports] => {
            let rooms = if *word == "rooms" { Rooms::All } else { Rooms::Door };
            runtime.block_on(serve::run(rooms, Path::new(config), clock.into(), Path::new(ports)))?;
            Ok(())
        }
        ["crowd", address, clients] => {
            let (address, clients) = (address.parse()?, clients.parse()?);
            println!("{}", runtime.block_on(crowd(address, clients, &Cases::new()?)));
            Ok(())
        }
        other => Err(format!("what is {other:?}?").into()),
    }
}
