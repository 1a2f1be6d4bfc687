//! What this process tells of itself.

use prometheus::core::{Collector, Desc};
use prometheus::process_collector::ProcessCollector;
use prometheus::proto::MetricFamily;
use prometheus::{IntGauge, IntGaugeVec, Opts, Registry, Result};
use tenants::Desks;

use crate::migrate::MIGRATOR;

/// A gauge with these labels, entered in a registry.
pub(super) fn gauges(
    registry: &Registry,
    (name, help): (&str, &str),
    labels: &[&str],
) -> Result<IntGaugeVec> {
    let gauges = IntGaugeVec::new(Opts::new(name, help), labels)?;
    registry.register(Box::new(gauges.clone()))?;
    Ok(gauges)
}

/// A gauge of its own, entered in a registry.
pub(super) fn gauge(registry: &Registry, name: &str, help: &str) -> Result<IntGauge> {
    let gauge = IntGauge::new(name, help)?;
    registry.register(Box::new(gauge.clone()))?;
    Ok(gauge)
}

/// Which program this is.
pub(super) fn build_info(registry: &Registry) -> Result<()> {
    let schema = MIGRATOR.iter().map(|migration| migration.version).max().unwrap_or_default();
    let help = "Always 1; the version of the program and of the schema it brings.";
    gauges(registry, ("mizban_build_info", help), &["version", "schema"])?
        .with_label_values(&[env!("CARGO_PKG_VERSION"), &schema.to_string()])
        .set(1);
    Ok(())
}

/// Processor time, memory and open files, under the names that every dashboard knows.
pub(super) fn process(registry: &Registry) -> Result<()> {
    registry.register(Box::new(ProcessCollector::for_self()))
}

/// The connections to the database, looked at when somebody asks.
pub(super) fn pool(registry: &Registry, desks: Desks, most: u32) -> Result<()> {
    let help = "The most connections to the database that this process opens.";
    gauge(registry, "mizban_database_connections_max", help)?.set(most.into());
    let help = "Connections of this process to the database.";
    let connections = IntGaugeVec::new(Opts::new("mizban_database_connections", help), &["state"])?;
    registry.register(Box::new(Pool { desks, connections }))
}

struct Pool {
    desks: Desks,
    connections: IntGaugeVec,
}

impl Collector for Pool {
    fn desc(&self) -> Vec<&Desc> {
        self.connections.desc()
    }

    fn collect(&self) -> Vec<MetricFamily> {
        let open = i64::from(self.desks.pool().size());
        let idle = self.desks.pool().num_idle() + self.desks.waiting_connections();
        let idle = i64::try_from(idle).unwrap_or(open);
        self.connections.with_label_values(&["idle"]).set(idle);
        // The two are not read at one moment.
        self.connections.with_label_values(&["used"]).set((open - idle).max(0));
        self.connections.collect()
    }
}
