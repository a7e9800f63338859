//! The process that is killed: `worker load DATABASE JOURNAL TASKS PAUSE_US`, or `worker serve CONFIG CLOCK PORTS`.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use faults::load::Load;
use faults::serve;
use tokio::runtime::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    match arguments.as_slice() {
        ["load", database, journal, tasks, pause] => {
            let (place, journal) = (database.parse()?, (*journal).into());
            let pause = Duration::from_micros(pause.parse()?);
            runtime.block_on(Load { place, journal, tasks: tasks.parse()?, pause }.run())?;
            Ok(())
        }
        ["serve", config, clock, ports] => {
            runtime.block_on(serve::run(Path::new(config), clock.into(), Path::new(ports)))?;
            Ok(())
        }
        other => Err(format!("what is {other:?}?").into()),
    }
}
