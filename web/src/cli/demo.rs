//! `demo`: the product with made-up cases, in a folder of the user, until it is told to stop.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use messages::{Catalogue, Said};
use serde_json::json;
use service::{Config, Further, Service};
use tokio::runtime::Builder;
use tracing_subscriber::filter::LevelFilter;

use super::Common;
use super::answer::{Answer, Failure};
use super::progress::Progress;
use super::serve::{self, failed};
use crate::catalogue::{self, say, word};
use crate::demo::{Demo, DemoError, people};
use crate::play::explain;
use crate::{press, site};

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    #[arg(long, default_value_t = 8080, hide_default_value = true)]
    port: u16,
    #[arg(long)]
    folder: Option<PathBuf>,
    #[arg(long)]
    reset: bool,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &DemoArgs) -> Result<Answer, Failure> {
    serve::log(LevelFilter::WARN);
    let folder = args.folder.clone().or_else(own_folder).ok_or_else(|| Failure::usage(Said::new("cli-demo-where")))?;
    let runtime = Builder::new_multi_thread().enable_all().build().map_err(|error| failed(&error))?;
    runtime.block_on(serve_demo(args, folder))
}

async fn serve_demo(args: &DemoArgs, folder: PathBuf) -> Result<Answer, Failure> {
    let progress = Progress::start(&Said::new("cli-demo-preparing"));
    let demo = Demo::open(&folder, args.reset).await.map_err(|error| told(&error))?;
    let typesetter = serve::typesetter()?;
    drop(progress);
    let texts = Arc::new(Catalogue::new(&catalogue::FILES).map_err(|error| failed(&error))?);
    let mut config = Config::read("").map_err(|error| Failure::usage(error.said()))?;
    config.database = demo.folder.database().display().to_string();
    config.listen.address = SocketAddr::from(([127, 0, 0, 1], args.port));
    config.listen.operators = SocketAddr::from(([127, 0, 0, 1], 0));
    config.tick_ms = 1_000;
    let hands = Arc::clone(&demo.clock);
    let press = press::job(Arc::clone(&demo.book), typesetter, true);
    let further =
        Further { jobs: vec![press, demo.clock.keeper()], pages: Some(site::demo(&demo, Arc::clone(&texts))) };
    let clock = Arc::new(move || hands.now());
    let service = Service { clock, config, book: Arc::clone(&demo.book), further, texts };
    let terminate = serve::terminate()?;
    let running = service.start().await.map_err(|error| Failure::usage(error.said()))?;
    let address = running.address;
    eprintln!("{}", started(&demo, address));
    serve::serve_until_told(running, terminate).await?;
    demo.clock.settle();
    Ok(Answer::good(word("cli-serve-stopped"), json!({ "address": address.to_string() })))
}

/// Address, roles and where everything is kept.
fn started(demo: &Demo, address: SocketAddr) -> String {
    let mut lines = vec![say(&Said::new("cli-demo-started").arg("address", address))];
    lines.extend(people::roles(&demo.persons).into_iter().map(|role| {
        let said = Said::new("cli-demo-role").message("title", role.title).arg("login", role.login);
        say(&said.arg("who", role.who).arg("url", format!("http://{address}{}", role.path)))
    }));
    let kept = Said::new("cli-demo-kept").arg("folder", demo.folder.path().display()).arg("now", demo.clock.now());
    lines.push(say(&kept.arg("password", people::PASSWORD)));
    lines.join("\n")
}

/// The folder of the user who runs the demonstration.
#[expect(clippy::disallowed_methods, reason = "the command line reads the environment")]
fn own_folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let data = named("XDG_DATA_HOME").or_else(|| named("HOME").map(|home| home.join(".local/share")))?;
    Some(data.join("xinxieshang").join("demo"))
}

fn told(error: &DemoError) -> Failure {
    let reason = |text: String| Failure::usage(Said::new("cli-demo-failed").arg("what", text));
    match error {
        DemoError::Play { key, error } => reason(format!("{key}: {}", explain(error).join("\n"))),
        DemoError::Store(error) => Failure::usage(error.said()),
        DemoError::Data(error) => Failure::usage(error.said()),
        DemoError::Account(error) => Failure::usage(error.said()),
        DemoError::InUse(path) => Failure::usage(Said::new("cli-demo-in-use").arg("path", path.display())),
        DemoError::Scenario { .. } | DemoError::Law(_) | DemoError::Disk { .. } => reason(error.to_string()),
    }
}
