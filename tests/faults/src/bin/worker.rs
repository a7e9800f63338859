//! The process that is killed: `worker load DATABASE JOURNAL TASKS PAUSE_US`.

use std::error::Error;
use std::time::Duration;

use faults::load::Load;
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
        other => Err(format!("what is {other:?}?").into()),
    }
}
