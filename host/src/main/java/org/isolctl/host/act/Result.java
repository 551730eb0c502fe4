package org.isolctl.host.act;

import org.isolctl.model.plan.Change;

/// One change and what came of it.
public record Result(Change change, Outcome outcome) {}
