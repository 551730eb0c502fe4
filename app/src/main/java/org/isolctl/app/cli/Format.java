package org.isolctl.app.cli;

/// The values of `--format`.
enum Format {
  TEXT,
  JSON
}
