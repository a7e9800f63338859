//! The interface for programs: everything that pages show and do, as JSON under `/api/v1`.
//!
//! It asks the same table of rights, opens cases by the same [`Room`](crate::room::Room) and reads acts by the same
//! forms; only the clothes are others. Whoever asks brings a token of their own or the cookie of a session. A write names
//! its act by `Idempotency-Key`: the same again gives the same receipt. What can't be done is told as a problem (RFC 9457).

mod acts;
mod case;
mod describe;
mod desk;
mod doc;
mod fields;
mod me;
mod picks;
mod text;
mod told;
mod worded;

pub(crate) use describe::{Description, describe, empty};
pub(crate) use worded::worded;

use accounts::access::Right;
use axum::response::{IntoResponse, Response};
use service::Problem;
use utoipa_axum::routes;

use crate::routes::{Map, Who};
use crate::trouble::Trouble;

/// Where it begins.
pub(crate) const ROOT: &str = "/api/v1/";

/// Every path of the interface, and the pages that describe it.
pub(crate) fn paths(map: Map) -> Map {
    use Right::{Review, SeeCase, SeeDocument, SeeQueue, SeeReads, SeeRecord};
    use Who::{Act, Anyone, GaveOr, InCase, NamedAct, Office, SignedIn};
    map.get("/api", Anyone, doc::page)
        .get("/api/openapi.json", Anyone, doc::json)
        .api(SignedIn, routes!(me::me))
        .api(SignedIn, routes!(me::cases))
        .api(Office(Right::OpenCase), routes!(acts::opening_form))
        .api(Office(Right::OpenCase), routes!(acts::open))
        .api(Office(Right::OpenCase), routes!(acts::preview_opening))
        .api(InCase(SeeCase), routes!(case::case))
        .api(InCase(SeeCase), routes!(case::duties))
        .api(InCase(SeeRecord), routes!(case::record))
        .api(GaveOr(SeeRecord), routes!(case::receipt))
        .api(InCase(SeeRecord), routes!(case::board))
        .api(InCase(SeeCase), routes!(text::text))
        .api(InCase(SeeCase), routes!(case::key))
        .api(InCase(SeeDocument), routes!(case::documents))
        .api(InCase(SeeDocument), routes!(case::document))
        .api(InCase(SeeRecord), routes!(case::file))
        .api(InCase(SeeCase), routes!(case::hand_in_file))
        .api(InCase(SeeReads), routes!(case::reads))
        .api(InCase(SeeCase), routes!(picks::paper))
        .api(InCase(SeeCase), routes!(picks::correct))
        .api(InCase(Review), routes!(desk::review))
        .api(Office(SeeQueue), routes!(desk::queue))
        .api(Act, routes!(acts::form))
        .api(Act, routes!(acts::give))
        .api(Act, routes!(acts::preview))
        .api(NamedAct, routes!(acts::give_as_recorded))
}

/// Why there is no answer.
pub(crate) enum Wrong {
    /// As on pages; words are put to it on the way out.
    Trouble(Trouble),
    /// Something that only the interface says.
    Problem(Box<Problem>),
}

impl<T: Into<Trouble>> From<T> for Wrong {
    fn from(trouble: T) -> Self {
        Self::Trouble(trouble.into())
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        match self {
            Self::Trouble(trouble) => trouble.into_response(),
            Self::Problem(problem) => problem.into_response(),
        }
    }
}
