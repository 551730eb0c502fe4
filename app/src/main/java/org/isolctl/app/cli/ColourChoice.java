package org.isolctl.app.cli;

/// The values of `--color`.
enum ColourChoice {
  AUTO,
  ALWAYS,
  NEVER
}
