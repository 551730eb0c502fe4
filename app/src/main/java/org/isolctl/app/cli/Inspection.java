package org.isolctl.app.cli;

import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.judge.Audit;

/// What was seen of a machine, and what it comes to.
record Inspection(HostFacts facts, Audit audit) {}
