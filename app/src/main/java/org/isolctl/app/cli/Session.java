package org.isolctl.app.cli;

/// What a verb works with.
///
/// @param terminal where it runs
/// @param answer where its answer goes
/// @param inspector who looks at machines
record Session(Terminal terminal, Answer answer, Inspector inspector) {}
