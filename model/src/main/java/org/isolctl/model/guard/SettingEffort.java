package org.isolctl.model.guard;

/// What the guard has done for a mask that is no thread's.
///
/// @param contests how often it was set back after it had been set
/// @param lastNanos when it was last set, or refused
public record SettingEffort(SettingStanding standing, int contests, long lastNanos) {}
