//! Prometheus' text format, version 0.0.4, read strictly: what its own reader would take exception to
//! fails here.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

/// A page that was read.
#[derive(Debug)]
pub(super) struct Exposition {
    samples: Vec<Sample>,
}

#[derive(Debug, Clone, PartialEq)]
struct Sample {
    name: String,
    labels: BTreeMap<String, String>,
    value: f64,
}

/// A metric as its `HELP` and `TYPE` lines announce it.
#[derive(Default)]
struct Family {
    name: String,
    kind: String,
}

impl Exposition {
    /// # Panics
    /// Where the page is not in the format.
    pub(super) fn read(page: &str) -> Self {
        let comment = Regex::new(r"^# (HELP|TYPE) ([a-z_]+) (\S.*)$").expect("a pattern");
        assert!(page.ends_with('\n'), "the last line has no end");
        let (mut samples, mut seen, mut family) = (Vec::new(), BTreeSet::new(), Family::default());
        for line in page.lines() {
            if let Some(found) = comment.captures(line) {
                if &found[1] == "HELP" {
                    assert!(seen.insert(found[2].to_owned()), "{line}: twice");
                    family = Family { name: found[2].to_owned(), kind: String::new() };
                } else {
                    assert_eq!(family.name, found[2], "{line}: its HELP does not stand before");
                    found[3].clone_into(&mut family.kind);
                }
            } else {
                let sample = Sample::read(line);
                assert!(family.holds(&sample), "{line}: not of {}", family.name);
                samples.push(sample);
            }
        }
        let read = Self { samples };
        read.check_series();
        read.check_histograms();
        read
    }

    fn check_series(&self) {
        let mut seen = BTreeSet::new();
        for sample in &self.samples {
            assert!(seen.insert((&sample.name, &sample.labels)), "{sample:?} stands twice");
        }
    }

    /// Buckets only grow, and the last holds all.
    fn check_histograms(&self) {
        let mut last: Option<&Sample> = None;
        for sample in self.samples.iter().filter(|s| s.name.ends_with("_bucket")) {
            let of = |s: &Sample| {
                let mut labels = s.labels.clone();
                labels.remove("le");
                (s.name.clone(), labels)
            };
            if let Some(before) = last.filter(|before| of(before) == of(sample)) {
                assert!(before.value <= sample.value, "{sample:?} after {before:?}");
            }
            if sample.labels["le"] == "+Inf" {
                let (name, labels) = of(sample);
                let count = name.replace("_bucket", "_count");
                let all = self.samples.iter().find(|s| s.name == count && s.labels == labels);
                assert_eq!(all.map(|s| s.value), Some(sample.value), "{sample:?}");
            }
            last = Some(sample);
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.samples.iter().any(|sample| sample.name == name)
    }

    /// The sum over all series of this name with these labels.
    pub(super) fn sum(&self, name: &str, labels: &[(&str, &str)]) -> f64 {
        let fits = |sample: &&Sample| {
            let has = |(label, value): &(&str, &str)| {
                sample.labels.get(*label).is_some_and(|found| found == value)
            };
            sample.name == name && labels.iter().all(has)
        };
        self.samples.iter().filter(fits).map(|sample| sample.value).sum()
    }

    pub(super) fn label_values(&self) -> BTreeSet<&str> {
        self.samples.iter().flat_map(|s| s.labels.values()).map(String::as_str).collect()
    }

    pub(super) fn values_of(&self, label: &str) -> BTreeSet<&str> {
        self.samples.iter().filter_map(|s| s.labels.get(label)).map(String::as_str).collect()
    }
}

impl Sample {
    fn read(line: &str) -> Self {
        let whole = Regex::new(
            r#"^([a-z_]+)(?:\{((?:[a-z]+="(?:[^"\\]|\\.)*",?)*)\})? ([0-9.eE+-]+|NaN|[+-]Inf)$"#,
        );
        let pair = Regex::new(r#"([a-z]+)="((?:[^"\\]|\\.)*)""#).expect("a pattern");
        let whole = whole.expect("a pattern");
        let found = whole.captures(line).unwrap_or_else(|| panic!("{line}: not a sample"));
        let labels = found.get(2).map_or("", |labels| labels.as_str());
        let labels = pair.captures_iter(labels).map(|p| (p[1].to_owned(), p[2].to_owned()));
        Self {
            name: found[1].to_owned(),
            labels: labels.collect(),
            value: found[3].parse().unwrap_or_else(|_| panic!("{line}: not a number")),
        }
    }
}

impl Family {
    fn holds(&self, sample: &Sample) -> bool {
        let end = sample.name.strip_prefix(self.name.as_str());
        match self.kind.as_str() {
            "counter" => end == Some("") && sample.name.ends_with("_total"),
            "gauge" => end == Some("") && !sample.name.ends_with("_total"),
            "histogram" => match end {
                Some("_bucket") => sample.labels.contains_key("le"),
                other => matches!(other, Some("_sum" | "_count")),
            },
            _ => false,
        }
    }
}

#[test]
#[should_panic(expected = "not of mizban_a")]
fn a_sample_that_nothing_announces_is_found() {
    Exposition::read("# HELP mizban_a One.\n# TYPE mizban_a gauge\nmizban_b 1\n");
}

#[test]
#[should_panic(expected = "stands twice")]
fn a_series_that_stands_twice_is_found() {
    let page =
        "# HELP a_total One.\n# TYPE a_total counter\na_total{x=\"1\"} 1\na_total{x=\"1\"} 2\n";
    Exposition::read(page);
}
