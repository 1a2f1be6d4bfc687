//! x
use crate::config::Config;
/// x
pub async fn verify(config: &Config, _: Option<&str>) -> anyhow::Result<bool> {
    let f = crate::Folder::open(&config.data.folder)?;
    crate::start::key(config, &f)?;
    crate::start::database(config, &f).await?;
    Ok(true)
}
