//! The command line.

pub(crate) const USAGE: &str = "usage: bpmn-probe [--store memory] [--jobs auto|manual]";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Service tasks wait for `complete` instead of being done at once.
    pub(crate) manual_jobs: bool,
}

impl Options {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut options, mut arguments) = (Self::default(), arguments);
        while let Some(name) = arguments.next() {
            let (name, value) = match name.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (name, arguments.next()),
            };
            match (name.as_str(), value.as_deref()) {
                ("--store", Some("memory")) => {}
                ("--store", Some("postgres")) => {
                    return Err("--store postgres is not available yet, only memory".into());
                }
                ("--jobs", Some("auto")) => options.manual_jobs = false,
                ("--jobs", Some("manual")) => options.manual_jobs = true,
                (_, value) => {
                    return Err(format!("unknown option {name} {}", value.unwrap_or_default()));
                }
            }
        }
        Ok(options)
    }
}
