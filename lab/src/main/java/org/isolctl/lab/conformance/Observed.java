package org.isolctl.lab.conformance;

import java.util.Optional;
import org.isolctl.model.measure.Measurement;

/// What came of a case.
///
/// @param measurement absent where the kernel did not come up
public record Observed(Case of, Optional<Measurement> measurement) {}
