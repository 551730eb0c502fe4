package org.isolctl.model.measure;

import org.isolctl.model.rules.VersionRange;

/// A way in which kernels are known to differ from the one mask that is predicted for a class.
///
/// @param id stable, for instance `rescuer-stays-where-it-helped`
/// @param kernels where it was seen, or read to be
/// @param reason why, in a sentence or two
public record KnownGap(String id, VersionRange kernels, String reason) {}
