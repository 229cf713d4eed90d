//! What the editor tells, one file a method.

pub(crate) mod did_change;
pub(crate) mod did_change_watched_files;
pub(crate) mod did_change_workspace_folders;
pub(crate) mod did_close;
pub(crate) mod did_open;
pub(crate) mod did_save;
pub(crate) mod initialized;
pub(crate) mod preview_close;
pub(crate) mod preview_cursor;
pub(crate) mod preview_message;
pub(crate) mod preview_scroll;
