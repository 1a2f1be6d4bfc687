//! Nodes as the files name them.

/// The id that a node has in its own file. What was taken over from a process that was deployed
/// before carries the name of that process before its own; no id of XML has a slash.
pub(crate) fn plain(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}
