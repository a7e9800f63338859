//! Where an act is given: the case, or one that is about to be opened; in which capacity, and with which form.

use accounts::Scope;
use law::dataset::DataSets;
use messages::Said;
use negotiation::command::{CongressForm, OpeningCommand};
use negotiation::state::Stage;
use negotiation::{Capacity, Command, Head, Refusal, RegisteredAcceptance, Side, table};
use serde::Deserialize;
use store::Submission;
use utoipa::IntoParams;
use uuid::Uuid;

use super::asking::{Around, Asking};
use super::forms;
use super::hand::{Hand, speaker};
use super::kin::{Kin, kind_name};
use super::pending::{Pending, pending};
use super::posted::Posted;
use super::prefill::prefill;
use super::read::Filled;
use super::spec::Field;
use crate::people::People;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Site;
use crate::trouble::Trouble;
use crate::vote::{Elected, Held};

/// What the address of a form may say.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// Capacity.
    #[serde(default, rename = "as")]
    pub(crate) capacity: String,
    /// Clause.
    #[serde(default)]
    pub(crate) clause: String,
    /// Act on paper, or fact.
    #[serde(default)]
    pub(crate) pick: String,
    /// The side for which the recorder of a session writes; of nobody else it is asked.
    #[serde(default)]
    pub(crate) side: String,
}

/// A case that is there, or one that is about to be opened.
pub(crate) struct Place {
    /// Why a vote isn't recorded yet: people vote online on the same draft.
    awaited: Option<Refusal>,
    /// Which sides accepted the platform when they registered, and haven't in the case.
    acceptances: Vec<RegisteredAcceptance>,
    /// Where the form goes.
    pub(super) action: String,
    /// Where somebody goes who gives up.
    pub(super) back: String,
    pub(crate) capacity: Capacity,
    pub(crate) case: Uuid,
    pub(super) clause: Option<String>,
    pub(crate) command: String,
    /// Regions and whose rules hold in them, while a case is opened.
    data: Option<DataSets>,
    pub(crate) fields: &'static [Field],
    /// The case in force on which the one hangs that is about to be opened.
    pub(crate) kin: Option<Kin>,
    /// The name of whoever acts.
    name: String,
    /// The representatives who were elected online, for the form that registers them.
    elected: Option<Elected>,
    /// The ballot that was held online, for the form that records the vote.
    pub(super) online: Option<Held>,
    pub(super) pending: Vec<Pending>,
    pub(super) people: People,
    pub(super) pick: Option<String>,
    pub(crate) room: Option<Room>,
    /// The side for which the act is given.
    pub(super) side: Side,
}

impl Place {
    pub(crate) async fn of(
        site: &Site,
        visitor: &Visitor,
        case: Uuid,
        command: &str,
        asked: &Asked,
    ) -> Result<Self, Trouble> {
        let fields = forms::fields(command).filter(|_| command != "open_case").ok_or(Trouble::Missing)?;
        let room = Room::enter(site, visitor, case).await?;
        let Some(capacity) = speaker(command, &room.capacities, Some(&asked.capacity)) else {
            return Err(Trouble::Forbidden(who_may(command)));
        };
        let acceptances = acceptances(site, &room).await?;
        let votes = [command, asked.pick.as_str()].contains(&"record_vote");
        let text = room.state.negotiation().and_then(|n| n.stage.text()).filter(|_| votes);
        let online = match text {
            Some(text) => Held::of(site, case, &room.records, text.digest).await?,
            None => None,
        };
        // Each employer of a sector votes by itself, and the ballot isn't theirs.
        let awaited = match text {
            Some(text) if online.is_none() && !is_of_each(&room) => Held::awaited(site, case, text.digest).await?,
            Some(_) | None => None,
        };
        let registers = command == "register_reps" && capacity.side() == Side::Worker;
        let elected = if registers { Elected::newest(site, case).await? } else { None };
        Ok(Self {
            acceptances,
            awaited,
            action: format!("/cases/{case}/acts/{command}"),
            back: format!("/cases/{case}"),
            capacity,
            case,
            clause: Some(asked.clause.clone()).filter(|clause| !clause.is_empty()),
            command: command.to_owned(),
            data: None,
            elected,
            fields,
            kin: None,
            name: visitor.signed.account.name.clone(),
            online,
            pending: room.state.negotiation().map(|n| pending(&room, n)).unwrap_or_default(),
            people: room.people.clone(),
            pick: Some(asked.pick.clone()).filter(|pick| !pick.is_empty()),
            room: Some(room),
            side: match (capacity, asked.side.as_str()) {
                (Capacity::Recorder, "worker") => Side::Worker,
                (Capacity::Recorder, "employer") => Side::Employer,
                _ => capacity.side(),
            },
        })
    }

    pub(crate) async fn opening(site: &Site, visitor: &Visitor, case: Uuid, kin: Option<Kin>) -> Result<Self, Trouble> {
        let place = match kin {
            Some(kin) => Self::hanging(visitor, case, kin),
            None => Self::first(site, visitor, case).await,
        }?;
        let (data, name) =
            (site.book.current_data().map(|(_, data)| data.clone()), visitor.signed.account.name.clone());
        Ok(Self { data, name, ..place })
    }

    /// A case that hangs on one in force: for its employer, by whoever may open one there.
    fn hanging(visitor: &Visitor, case: Uuid, kin: Kin) -> Result<Self, Trouble> {
        let mut capacities = visitor.signed.may_open_for(&kin.line.employer_uscc);
        capacities.retain(|capacity| kin.lets_open(*capacity));
        let capacity = speaker("open_case", &capacities, None);
        let capacity = capacity.ok_or_else(|| Trouble::Forbidden(who_may("open_case")))?;
        let back = format!("/cases/{}", kin.line.case);
        let (fields, people) = (forms::opening(Some(kin.kind)).ok_or(Trouble::Missing)?, kin.people());
        Ok(Self { back, fields, kin: Some(kin), ..Self::to_open(case, capacity, people)? })
    }

    fn to_open(case: Uuid, capacity: Capacity, people: People) -> Result<Self, Trouble> {
        Ok(Self {
            acceptances: Vec::new(),
            awaited: None,
            action: "/cases/new".to_owned(),
            back: "/home".to_owned(),
            capacity,
            case,
            clause: None,
            command: "open_case".to_owned(),
            data: None,
            elected: None,
            fields: forms::opening(None).ok_or(Trouble::Missing)?,
            kin: None,
            name: String::new(),
            online: None,
            pending: Vec::new(),
            people,
            pick: None,
            room: None,
            side: capacity.side(),
        })
    }

    async fn first(site: &Site, visitor: &Visitor, case: Uuid) -> Result<Self, Trouble> {
        let (mut people, mut capacities) = (People::default(), Vec::new());
        people.may_be_named(visitor.signed.account.id, &visitor.signed.account.name);
        let over = visitor.signed.standings.iter().filter(|standing| matches!(standing.scope, Scope::Region(_)));
        let openers = accounts::access::givers("open_case");
        capacities.extend(over.map(|standing| standing.capacity).filter(|capacity| openers.contains(capacity)));
        for uscc in visitor.employers() {
            capacities.extend(visitor.signed.may_open_for(&uscc));
            for (account, _) in site.accounts.standing_for(&uscc).await? {
                people.may_be_named(account.id, &account.name);
            }
        }
        let Some(capacity) = speaker("open_case", &capacities, None) else {
            return Err(Trouble::Forbidden(who_may("open_case")));
        };
        Self::to_open(case, capacity, people)
    }

    pub(crate) fn ask(&self) -> Asking<'_> {
        Asking {
            around: Around {
                actor: Some(&self.name),
                case: self.room.as_ref().map(|_| self.case),
                data: self.data.as_ref(),
            },
            clause: self.clause.clone(),
            command: &self.command,
            first: self.room.as_ref().and_then(|room| room.first.as_ref()),
            n: self.room.as_ref().and_then(|room| room.state.negotiation()),
            online: self.online.as_ref(),
            parent: self.kin.as_ref().map(|kin| &kin.named),
            pending: &self.pending,
            people: &self.people,
            pick: self.pick.as_deref(),
            side: self.side,
        }
    }

    pub(crate) fn name(&self, site: &Site) -> String {
        if let Some(kin) = &self.kin {
            return site.text(format!("family-open-{}", kind_name(kin.kind)));
        }
        site.text(table::command_key(&self.command))
    }

    pub(crate) fn articles(&self) -> String {
        let articles = table::find(&self.command).map_or(&[][..], |row| row.articles);
        let profile = self.room.as_ref().and_then(|room| room.state.negotiation()).map(|n| n.header.profile);
        let named: Vec<law::Citation> = articles
            .iter()
            .filter_map(|article| law::Citation::new(article).ok())
            .filter(|article| profile.is_none_or(|profile| article.applies(profile)))
            .collect();
        law::citation::display_all_zh(&named)
    }

    /// The form as it is first shown.
    pub(crate) fn prefilled(&self, site: &Site) -> Posted {
        let mut posted = prefill(site, &self.ask(), site.desk.now().date());
        if let Some(kin) = &self.kin {
            kin.prefill(&mut posted);
        }
        if let Some(elected) = &self.elected {
            let n = self.room.as_ref().and_then(|room| room.state.negotiation());
            let listed = n.is_some_and(|n| n.delegations.worker.is_some());
            elected.prefill(&self.people, listed, &mut posted);
        }
        posted
    }

    /// Whether nothing has to be counted first.
    pub(crate) fn is_counted(&self) -> Result<(), Refusal> {
        self.awaited.clone().map_or(Ok(()), Err)
    }

    /// Whether nothing has to be counted first, and the case on which the new one hangs takes note of it.
    pub(crate) fn admit(&self, command: &Command) -> Result<(), Refusal> {
        self.is_counted()?;
        match (&self.kin, command) {
            (Some(kin), Command::Opening(OpeningCommand::OpenCase(open))) => kin.admit(open),
            (_, _) => Ok(()),
        }
    }

    pub(super) fn head(&self) -> Option<Head> {
        self.room.as_ref().map(|room| room.state.head())
    }

    /// The submission of a form that was filled in rightly.
    pub(crate) fn submission(
        &self,
        visitor: &Visitor,
        act: Uuid,
        filled: Filled,
        head: Option<Head>,
    ) -> Result<Submission, Trouble> {
        self.may_open(visitor, &filled.command)?;
        let hand = Hand {
            acceptances: &self.acceptances,
            act,
            capacity: self.capacity,
            case: self.case,
            command: filled.command,
            head,
            people: &self.people,
            persons: filled.persons,
            visitor,
        };
        hand.submission()
    }
}

impl Place {
    /// A case is opened with an employer for whom one may: not every employer that can be typed is one's own.
    fn may_open(&self, visitor: &Visitor, command: &Command) -> Result<(), Trouble> {
        let Command::Opening(OpeningCommand::OpenCase(open)) = command else { return Ok(()) };
        if visitor.signed.may_open_for(&open.employer.uscc).contains(&self.capacity) {
            return Ok(());
        }
        Err(Trouble::Forbidden(Said::new("pages-not-your-employer").arg("employer", &open.employer.uscc)))
    }
}

/// Whether each employer of a sector votes on the draft by itself.
fn is_of_each(room: &Room) -> bool {
    let stage = room.state.negotiation().map(|n| &n.stage);
    matches!(stage, Some(Stage::Congress(congress)) if congress.submission.form == CongressForm::EachEmployer)
}

fn who_may(command: &str) -> Said {
    let who = table::find(command).and_then(|row| row.capacities.first()).copied();
    let said = Said::new("pages-who-may").message("command", table::command_key(command));
    said.message("who", table::capacity_key(who.unwrap_or(Capacity::UnionChair)))
}

/// Which sides accepted the platform when they registered, and haven't in the case.
pub(crate) async fn acceptances(site: &Site, room: &Room) -> Result<Vec<RegisteredAcceptance>, Trouble> {
    let mut given = site.accounts.inbox_of(&room.line.employer_uscc).await?;
    if let Some(n) = room.state.negotiation() {
        given.retain(|given| n.acceptances.get(given.side).is_some_and(Option::is_none));
    }
    Ok(given)
}
