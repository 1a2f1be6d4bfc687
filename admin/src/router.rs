//! The console's table of contents. Signing in, sessions and the account are the staff's door.

use poem::{EndpointExt as _, Response, Route, endpoint::BoxEndpoint, get, post};

use crate::organisation as chart;
use crate::processes::drafts::{self, diagram};
use crate::services::{self, form, preview, publication, sheet, version};
use crate::{
    AdminState, audit, decisions, home, hosting, incidents, members, migrations, notices,
    processes, trials,
};

/// The console of whichever agency the request's host names.
pub fn routes(state: AdminState) -> BoxEndpoint<'static, Response> {
    let routes = staff::mount(Route::new()).at("/", get(home::see));
    hosting::mount(people(organisation(running(offered(routes)))))
        .at("/notices", get(notices::list))
        .at("/notices/:kind/:channel/:lang", get(notices::edit).post(notices::save))
        .at("/audit", get(audit::see))
        .data(state.door())
        .data(state)
        .map_to_response()
        .boxed()
}

/// Units and positions.
fn organisation(routes: Route) -> Route {
    routes
        .at("/organisation", get(chart::see))
        .at("/organisation/units/new", get(chart::new_unit).post(chart::found_unit))
        .at("/organisation/units/:unit", get(chart::see_unit).post(chart::rename_unit))
        .at("/organisation/units/:unit/closure", get(chart::whole_unit).post(chart::close_unit))
        .at("/organisation/positions/new", get(chart::new_position).post(chart::found_position))
        .at("/organisation/positions/:post", get(chart::see_position).post(chart::change))
        .at(
            "/organisation/positions/:post/closure",
            get(chart::whole_position).post(chart::close_position),
        )
        .at(
            "/organisation/positions/:post/appointment",
            get(chart::see_appointment).post(chart::appoint),
        )
        .at(
            "/organisation/positions/:post/appointment-end",
            get(chart::whole_position).post(chart::end),
        )
}

/// Members of staff.
fn people(routes: Route) -> Route {
    routes
        .at("/organisation/members", get(members::list))
        .at("/organisation/members/new", get(members::new_member).post(members::enrol))
        .at("/organisation/members/:member", get(members::see).post(members::rename))
        .at(
            "/organisation/members/:member/password",
            get(members::whole).post(members::reset_password),
        )
        .at(
            "/organisation/members/:member/authenticator",
            get(members::whole).post(members::reset_authenticator),
        )
        .at("/organisation/members/:member/suspension", get(members::whole).post(members::suspend))
        .at("/organisation/members/:member/return", get(members::whole).post(members::restore))
        .at(
            "/organisation/members/:member/sign-out",
            get(members::whole).post(members::end_sessions),
        )
}

/// Cases on their way, as far as somebody has to help them on.
fn running(routes: Route) -> Route {
    routes
        .at("/incidents", get(incidents::list))
        .at("/incidents/:incident", get(incidents::see))
        .at("/incidents/:incident/retry", post(incidents::retry))
        .at("/incidents/:incident/skip", post(incidents::skip))
        .at("/incidents/:incident/assignment", post(incidents::assign))
        .at("/incidents/:incident/correction", post(incidents::correct))
        .at("/incidents/:incident/closure", post(incidents::close))
        .at("/migrations", get(migrations::list))
        .at("/migrations/plan", get(migrations::plan).post(migrations::go))
        .at("/migrations/:migration", get(migrations::see))
        .at("/migrations/:migration/stop", post(migrations::stop))
}

/// What the agency offers, and how it is handled.
fn offered(routes: Route) -> Route {
    routes
        .at("/services", get(services::list))
        .at("/services/:key", get(services::see))
        .at("/services/:key/versions/:number", get(version::see))
        .at("/services/:key/closure", post(services::close))
        .at("/services/:key/reopening", post(services::reopen))
        .at("/services/:key/draft", post(services::open))
        .at("/services/:key/draft/removal", post(services::discard))
        .at("/services/:key/draft/process", post(services::choose_process))
        .at("/services/:key/draft/sheet", get(sheet::write).post(sheet::save))
        .at("/services/:key/draft/form", get(form::outline).post(form::add))
        .at("/services/:key/draft/form/new", get(form::new))
        .at("/services/:key/draft/form/:place", get(form::write).post(form::save))
        .at("/services/:key/draft/form/:place/move", post(form::shift))
        .at(
            "/services/:key/draft/form/:place/removal",
            get(form::removal::ask).post(form::removal::remove),
        )
        .at("/services/:key/draft/preview", get(preview::see))
        .at("/services/:key/draft/publication", get(publication::ask).post(publication::publish))
        .at("/processes", get(processes::list))
        .at("/processes/:id", get(processes::see))
        .at("/processes/templates", get(drafts::gallery))
        .at("/processes/drafts", post(drafts::open))
        .at("/processes/drafts/:id", get(drafts::see))
        .at("/processes/drafts/:id/steps", post(drafts::steps::insert))
        .at("/processes/drafts/:id/steps/:step", get(drafts::steps::see).post(drafts::steps::save))
        .at("/processes/drafts/:id/steps/:step/move", post(drafts::steps::shift))
        .at("/processes/drafts/:id/steps/:step/removal", post(drafts::steps::remove))
        .at("/processes/drafts/:id/diagram", get(diagram::see).post(diagram::save))
        .at("/processes/drafts/:id/file", get(diagram::fetch))
        .at("/processes/drafts/:id/publication", post(drafts::publish))
        .at("/processes/drafts/:id/removal", post(drafts::discard))
        .at("/decisions", get(decisions::list).post(decisions::found))
        .at("/decisions/:key", get(decisions::see))
        .at("/decisions/:key/versions/:number", get(decisions::see_version))
        .at("/decisions/:key/opening", post(decisions::open))
        .at("/decisions/:key/draft", get(decisions::write).post(decisions::save))
        .at("/decisions/:key/draft/removal", post(decisions::discard))
        .at("/processes/drafts/:id/trials", get(trials::see).post(trials::begin))
        .at("/processes/drafts/:id/trials/commands", post(trials::act))
        .at("/processes/drafts/:id/trials/repetition", post(trials::again))
        .at("/processes/drafts/:id/trials/removal", post(trials::end))
        .at("/processes/drafts/:id/tests", get(trials::list).post(trials::keep))
        .at("/processes/drafts/:id/tests/:test", get(trials::see_test))
        .at("/processes/drafts/:id/tests/:test/acceptance", post(trials::accept))
        .at("/processes/drafts/:id/tests/:test/removal", post(trials::remove))
}
