//! The command line.

pub(crate) const USAGE: &str =
    "usage: bpmn-probe [--store memory|postgres] [--database URL] [--jobs auto|manual]

--store postgres keeps everything in a database and reads it anew for each command. It is the one
of --database, of DATABASE_URL or of PGHOST and its like; where none is named, a throw-away one is
started with Debian's pg_virtualenv.";

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// Service tasks wait for `complete` instead of being done at once.
    pub(crate) manual_jobs: bool,
    pub(crate) store: Place,
    /// The address of the database, where one is given.
    pub(crate) database: Option<String>,
}

/// Where everything is kept between two commands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Place {
    #[default]
    Memory,
    Postgres,
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
                ("--store", Some("memory")) => options.store = Place::Memory,
                ("--store", Some("postgres")) => options.store = Place::Postgres,
                ("--database", Some(address)) => options.database = Some(address.to_owned()),
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
