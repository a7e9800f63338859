//! What is wrong with an installation, or will be soon: each finding says what was found, what is required and how to
//! mend it. Nothing is changed and no mail is sent.

use std::fs::File;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use law::time::Moment;
use messages::Said;
use service::Config;
use store::{Examined, Matters, Place, Setting, examine};

/// Milliseconds that two clocks may be apart: beyond it records would be refused as going back in time.
const APART: i64 = 5_000;

/// Bytes that should be free at least.
const ROOM: u64 = 2 << 30;

/// A token has so many different characters at least.
const DIFFERENT: usize = 10;

/// How a finding is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// As it should be.
    Good,
    /// It works, and should be looked at.
    Watch,
    /// It doesn't work, or can lose what was acknowledged.
    Bad,
}

impl Grade {
    /// Its name, for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Watch => "watch",
            Self::Bad => "bad",
        }
    }
}

/// One line of the report.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How it is to be taken.
    pub grade: Grade,
    /// Which check, for programs.
    pub id: &'static str,
    /// What was found.
    pub found: Said,
}

impl Finding {
    fn new(id: &'static str, grade: Grade, found: Said) -> Self {
        Self { grade, id, found }
    }

    /// What is looked at.
    #[must_use]
    pub fn title(&self) -> Said {
        Said::new(format!("operations-doctor-{}", self.id))
    }

    /// What is required.
    #[must_use]
    pub fn required(&self) -> Said {
        Said::new(format!("operations-doctor-{}-required", self.id))
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self) -> Said {
        Said::new(format!("operations-doctor-{}-mend", self.id))
    }
}

/// What the doctor looks at.
pub struct Patient<'a> {
    /// Years whose holidays are loaded.
    pub calendar_years: &'a [i16],
    /// Settings of the server.
    pub config: &'a Config,
    /// The file that they stand in: it has the token.
    pub config_file: &'a Path,
    /// Whether papers can be set: the fonts are there, or what is missing.
    pub fonts: Result<(), Said>,
    /// Now, by this machine's clock.
    pub now: Moment,
    /// Whether the program has the script of a voter's device.
    pub voter_script: bool,
}

/// Looks at everything, in the order in which it should be mended.
pub async fn doctor(patient: &Patient<'_>) -> Vec<Finding> {
    let mut findings = vec![token(patient.config.token.as_deref()), secrets(patient)];
    match patient.config.database.parse::<Place>() {
        Err(error) => findings.push(Finding::new("database", Grade::Bad, error.said())),
        Ok(place) => {
            match examine(&place).await {
                Err(error) => findings.push(Finding::new("database", Grade::Bad, error.said())),
                Ok(examined) => database(&examined, &place, patient.now, &mut findings),
            }
            findings.push(boxes(patient.config, &place));
            findings.push(match &place {
                Place::File(path) => {
                    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
                    room(folder.unwrap_or(Path::new(".")), Grade::Good, "operations-doctor-disk-found")
                }
                // Its own disk can't be seen from here; the program's, with papers being made and backups, can.
                Place::Server(_) => {
                    let here = std::env::current_dir();
                    let here = here.as_deref().unwrap_or(Path::new("."));
                    room(here, Grade::Watch, "operations-doctor-disk-server")
                }
            });
        }
    }
    findings.push(operator(patient.config));
    findings.push(front(patient.config));
    findings.push(mail(patient.config).await);
    findings.push(match &patient.fonts {
        Ok(()) => Finding::new("fonts", Grade::Good, Said::new("operations-doctor-fonts-there")),
        Err(said) => Finding::new("fonts", Grade::Bad, said.clone()),
    });
    findings.push(calendar(patient.calendar_years, patient.now));
    findings.push(match patient.voter_script {
        true => Finding::new("voter-script", Grade::Good, Said::new("operations-doctor-voter-script-there")),
        false => Finding::new("voter-script", Grade::Watch, Said::new("operations-doctor-voter-script-none")),
    });
    findings
}

fn token(token: Option<&str>) -> Finding {
    let Some(token) = token else {
        return Finding::new("token", Grade::Good, Said::new("operations-doctor-token-none"));
    };
    let different: std::collections::BTreeSet<char> = token.chars().collect();
    let own = token.is_ascii() && different.len() >= DIFFERENT;
    let found = Said::new("operations-doctor-token-found");
    let found = found.arg("length", token.chars().count()).arg("different", different.len());
    Finding::new("token", if own { Grade::Good } else { Grade::Bad }, found)
}

/// The notice on personal data names whoever answers for them.
fn operator(config: &Config) -> Finding {
    if config.operator.is_named() {
        let found = Said::new("operations-doctor-operator-named").arg("name", &config.operator.name);
        return Finding::new("operator", Grade::Good, found);
    }
    Finding::new("operator", Grade::Watch, Said::new("operations-doctor-operator-unnamed"))
}

/// Behind a proxy for TLS the server has to know both: that cookies go over TLS, and whose word on visitors' addresses counts.
fn front(config: &Config) -> Finding {
    let proxies = config.listen.trusted_proxies.len();
    let address = config.public_address.clone().unwrap_or_else(|| "–".to_owned());
    let found = Said::new("operations-doctor-front-found").arg("address", address).arg("proxies", proxies);
    let known = config.is_https() && proxies > 0;
    Finding::new("front", if known { Grade::Good } else { Grade::Watch }, found)
}

/// Files with secrets are there, and read by their owner only.
fn secrets(patient: &Patient<'_>) -> Finding {
    let config = patient.config;
    let mail = config.mail.iter().flat_map(|mail| [&mail.password_file, &mail.report_secret_file]);
    let mail = mail.filter_map(Option::as_deref);
    let files = std::iter::once(patient.config_file).chain(mail).chain(config.boxes_key_file.as_deref());
    let receivers = config.webhooks.iter().chain(&config.sms).map(|receiver| receiver.secret_file.as_path());
    let (mut open, mut unread) = (Vec::new(), Vec::new());
    for path in files.chain(receivers) {
        match File::open(path).and_then(|file| file.metadata()) {
            Err(error) => unread.push(format!("{}（{error}）", path.display())),
            Ok(file) if file.permissions().mode() & 0o077 != 0 => open.push(path.display().to_string()),
            Ok(_) => {}
        }
    }
    let (grade, key, paths) = match (unread.is_empty(), open.is_empty()) {
        (false, _) => (Grade::Bad, "operations-doctor-secrets-unread", unread),
        (true, false) => (Grade::Watch, "operations-doctor-secrets-open", open),
        (true, true) => return Finding::new("secrets", Grade::Good, Said::new("operations-doctor-secrets-closed")),
    };
    Finding::new("secrets", grade, Said::new(key).arg("paths", paths.join("、")))
}

fn database(examined: &Examined, place: &Place, now: Moment, findings: &mut Vec<Finding>) {
    let found = Said::new("operations-doctor-database-found").arg("place", place).arg("version", &examined.version);
    findings.push(Finding::new("database", Grade::Good, found.arg("megabytes", examined.size >> 20)));
    let bad: Vec<&Setting> = examined.settings.iter().filter(|setting| !setting.holds()).collect();
    let worst = bad.iter().map(|setting| match setting.matters {
        Matters::Records => Grade::Bad,
        Matters::Notice => Grade::Watch,
    });
    let list = |settings: &[&Setting]| {
        let one = |setting: &&Setting| format!("{}={}（应为 {}）", setting.name, setting.found, setting.required);
        settings.iter().map(one).collect::<Vec<_>>().join("、")
    };
    findings.push(match worst.max() {
        None => Finding::new("durable", Grade::Good, Said::new("operations-doctor-durable-good")),
        Some(grade) => {
            Finding::new("durable", grade, Said::new("operations-doctor-durable-found").arg("settings", list(&bad)))
        }
    });
    if let Some(can) = examined.can_change_records {
        let (grade, key) = if can {
            (Grade::Watch, "operations-doctor-rights-owner")
        } else {
            (Grade::Good, "operations-doctor-rights-least")
        };
        findings.push(Finding::new("rights", grade, Said::new(key)));
    }
    findings.push(clock(examined, now));
}

/// Whether ballots can be held online: a server keeps what was replaced, so boxes have to be sealed there.
fn boxes(config: &Config, place: &Place) -> Finding {
    let found = |grade, key| Finding::new("boxes", grade, Said::new(key));
    match (config.boxes_seal(), place) {
        (Err(error), _) => Finding::new("boxes", Grade::Bad, error.said()),
        (Ok(Some(_)), _) => found(Grade::Good, "operations-doctor-boxes-sealed"),
        (Ok(None), Place::File(_)) => found(Grade::Good, "operations-doctor-boxes-file"),
        (Ok(None), Place::Server(_)) => found(Grade::Watch, "operations-doctor-boxes-none"),
    }
}

fn clock(examined: &Examined, now: Moment) -> Finding {
    let apart = examined.now.map_or(0, |own| (own.millis() - now.millis()).abs());
    let ahead = examined.last_record.map_or(0, |last| (last.millis() - now.millis()).max(0));
    let found = Said::new("operations-doctor-clock-found").arg("now", now).arg("apart", apart).arg("ahead", ahead);
    let worst = apart.max(ahead);
    let grade = match worst {
        ..1_000 => Grade::Good,
        1_000..=APART => Grade::Watch,
        _ => Grade::Bad,
    };
    Finding::new("clock", grade, found)
}

/// Room on the disk of a folder, graded no better than `best`.
fn room(folder: &Path, best: Grade, key: &'static str) -> Finding {
    match rustix::fs::statvfs(folder) {
        Err(error) => {
            let found = Said::new("operations-file").arg("path", folder.display()).arg("what", error);
            Finding::new("disk", Grade::Watch, found)
        }
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let share = disk.f_bavail.saturating_mul(100) / disk.f_blocks.max(1);
            let grade = match free {
                _ if share < 3 || free < ROOM / 8 => Grade::Bad,
                _ if share < 10 || free < ROOM => Grade::Watch,
                _ => Grade::Good,
            };
            let found = Said::new(key).arg("path", folder.display());
            Finding::new("disk", grade.max(best), found.arg("megabytes", free >> 20).arg("share", share))
        }
    }
}

async fn mail(config: &Config) -> Finding {
    let Some(mail) = &config.mail else {
        return Finding::new("mail", Grade::Watch, Said::new("operations-doctor-mail-none"));
    };
    match service::greet_mail_server(mail).await {
        Ok(()) => Finding::new("mail", Grade::Good, Said::new("operations-doctor-mail-found").arg("host", &mail.host)),
        Err(said) => Finding::new("mail", Grade::Bad, said),
    }
}

/// This year's holidays are needed now, the next year's as soon as they are announced, in November as a rule.
fn calendar(years: &[i16], now: Moment) -> Finding {
    let today = now.date();
    let (this, next) = (today.year(), today.year() + 1);
    let listed = years.iter().map(ToString::to_string).collect::<Vec<_>>().join("、");
    let found = Said::new("operations-doctor-calendar-found").arg("years", listed);
    let grade = match (years.contains(&this), years.contains(&next)) {
        (true, true) => Grade::Good,
        (true, false) if today.month() < 11 => Grade::Good,
        (true, false) => Grade::Watch,
        (false, _) => Grade::Bad,
    };
    Finding::new("calendar", grade, found)
}
