//! The arguments of `decklint config`.

use std::path::PathBuf;

use clap::Args;

use super::DataFormat;

#[derive(Debug, Args)]
pub(crate) struct ConfigArgs {
    /// The deck or folder
    #[arg(value_name = "PATH", default_value = ".")]
    pub(crate) path: PathBuf,
    /// Use this configuration file and no other
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// How to show it
    #[arg(long, value_enum, default_value_t = DataFormat::Text, value_name = "FORMAT")]
    pub(crate) format: DataFormat,
}
