package org.isolctl.app.guard;

/// What the guard counts from its start on.
enum Counter {
  EVENTS("events", "Threads whose making was announced."),
  LOSSES("losses", "Times that announcements were lost."),
  SETS("sets", "Masks that were set."),
  OVERWRITTEN("overwritten", "Masks that were found overwritten after they had been set."),
  SETTLED("settled", "Threads whose mask was set and then stood."),
  CONTESTED("contested", "Threads that were left because their mask was set back again and again."),
  VANISHED("vanished", "Threads that ended before they were settled."),
  HELPERS("helpers", "Announced threads that turned out to be programs."),
  SCANS("scans", "Looks at all kernel threads."),
  FOUND("found", "Masks that were set because a scan found them wrong."),
  REQUESTS("requests", "Times that the kernel was asked for announcements."),
  SETTINGS("settings", "Masks of interrupts and workqueues that were set."),
  SETTINGS_CONTESTED(
      "settings_contested",
      "Interrupts and workqueues that were left because their mask was set back again and again.");

  private final String label;
  private final String help;

  Counter(String label, String help) {
    this.label = label;
    this.help = help;
  }

  String label() {
    return label;
  }

  String help() {
    return help;
  }
}
