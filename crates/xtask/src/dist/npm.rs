//! The packages for npm: one a platform with the binary, and `decklint`, of which npm installs
//! with it only the one that fits (`os` and `cpu` of optional dependencies).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};

use super::VERSION;
use super::platform::Platform;
use crate::setup::run;
use crate::{Result, workspace};

fn template() -> PathBuf {
    workspace::root().join("crates/decklint/npm")
}

fn read(file: &str) -> Result<Value> {
    Ok(serde_json::from_str(&fs::read_to_string(template().join(file))?)?)
}

/// Packs the binary of a platform.
pub(super) fn platform(platform: &Platform, binary: &Path, out: &Path) -> Result<PathBuf> {
    let folder = out.join("npm").join(platform.name());
    fs::create_dir_all(&folder)?;
    fs::copy(binary, folder.join(platform.program()))?;
    copy_licences(&folder)?;
    let name = read("platforms.json")?[platform.name()].clone();
    let package = json!({
        "name": name,
        "version": VERSION,
        "description": format!("decklint for {}", platform.name()),
        "license": read("package.json")?["license"],
        "os": [platform.os],
        "cpu": [platform.cpu],
        "preferUnplugged": true,
    });
    pack(&folder, &package, out)
}

/// Packs `decklint` itself.
pub(super) fn chooser(out: &Path) -> Result<PathBuf> {
    let folder = out.join("npm").join("decklint");
    fs::create_dir_all(&folder)?;
    for file in ["decklint.js", "platforms.json"] {
        fs::copy(template().join(file), folder.join(file))?;
    }
    fs::copy(workspace::root().join("README.md"), folder.join("README.md"))?;
    copy_licences(&folder)?;
    let mut package = read("package.json")?;
    let platforms = read("platforms.json")?;
    let names = platforms.as_object().into_iter().flat_map(Map::values);
    let wanted: Map<String, Value> =
        names.filter_map(Value::as_str).map(|it| (it.to_owned(), json!(VERSION))).collect();
    package["version"] = json!(VERSION);
    package["optionalDependencies"] = Value::Object(wanted);
    pack(&folder, &package, out)
}

fn copy_licences(folder: &Path) -> Result<()> {
    for file in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(workspace::root().join(file), folder.join(file))?;
    }
    Ok(())
}

/// Writes the folder's `package.json` and packs it; npm names the file by name and version.
fn pack(folder: &Path, package: &Value, out: &Path) -> Result<PathBuf> {
    fs::write(folder.join("package.json"), serde_json::to_string_pretty(package)?)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm)
        .args(["pack", "--silent", "--pack-destination"])
        .arg(out)
        .current_dir(folder))?;
    let name = package["name"].as_str().unwrap_or_default();
    let name = name.trim_start_matches('@').replace('/', "-");
    Ok(out.join(format!("{name}-{VERSION}.tgz")))
}
