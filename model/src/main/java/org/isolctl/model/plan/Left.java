package org.isolctl.model.plan;

import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Subject;

/// Something that was found and that the plan leaves as it is.
///
/// @param because the finding
/// @param reason why nothing is done: it cannot be moved, it follows something that the plan
///   changes, or nobody allowed it
public record Left(Subject subject, FindingCode because, String reason) {}
