package org.isolctl.model.judge;

/// A stray that the user's policy allows.
///
/// @param finding what it would be without the policy
/// @param reason the policy's own words
public record Exemption(Finding finding, String reason) {}
