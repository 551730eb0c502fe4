package org.isolctl.model.plan;

/// One change and what came of it.
public record Result(Change change, Outcome outcome) {}
