//! The chart as the policy sees it.

use tenants::{Caller, Held, Kind, Member, Resource, TenantId};
use uuid::Uuid;

use super::model::Chart;

#[test]
fn the_chart_is_a_list_of_cartables_and_nobodys_own() {
    let tenant = TenantId(Uuid::now_v7());
    let held = Held { position: Uuid::now_v7(), unit: Uuid::now_v7(), roles: vec!["head".into()] };
    let member = Member { staff: Uuid::now_v7(), positions: vec![held] };
    assert_eq!(Chart::KIND, Kind::Cartable);
    assert_eq!(Chart.id(), None);
    for caller in [Caller::Visitor(tenant), Caller::Staff(tenant, member)] {
        assert!(Chart.relations(&caller).is_empty(), "{caller:?}");
    }
}
