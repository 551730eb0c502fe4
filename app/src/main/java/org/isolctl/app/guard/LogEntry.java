package org.isolctl.app.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.Standing;
import org.isolctl.model.guard.Watched;
import org.isolctl.model.thread.ThreadClass;

/// A happening on its way to the log.
///
/// @param event one word for programs
/// @param withheld how many lines of its kind were left out before it
record LogEntry(Level level, String event, String message, List<Member> members, int withheld) {

  /// How grave it is.
  enum Level {
    INFO("info"),
    WARNING("warning"),
    ERROR("error");

    private final String label;

    Level(String label) {
      this.label = label;
    }
  }

  /// A value for programs.
  record Member(String name, Object value) {}

  static LogEntry of(Happening happening, int withheld) {
    return switch (happening) {
      case Happening.Placed(var thread) -> placed(thread, withheld);
      case Happening.KthreaddPutBack(var from, var to) ->
          info(
              "kthreadd-put-back",
              "kthreadd has its former mask " + to + " again",
              List.of(new Member("from", from), new Member("to", to)),
              withheld);
      case Happening.KthreaddLeft(var mask) ->
          warning(
              "kthreadd-left",
              "kthreadd was set to " + mask + " by somebody else and is left so",
              List.of(new Member("mask", mask)),
              withheld);
      case Happening.Scanned(var reasons, var threads, var corrected) ->
          scanned(reasons, threads, corrected, withheld);
      case Happening.Lost() ->
          warning("lost", "announcements were lost; scanning", List.of(), withheld);
      case Happening.Hearing(var bytes) ->
          info(
              "hearing",
              "hearing of every new kernel thread",
              List.of(new Member("buffer_bytes", bytes)),
              withheld);
      case Happening.Deaf(var why) ->
          warning(
              "deaf",
              "new kernel threads are not announced, so they are found by scanning: " + why,
              List.of(),
              withheld);
      case Happening.Isolated(var before, var now) ->
          info(
              "isolated",
              "guarding CPUs " + (now.isEmpty() ? "(none)" : now),
              List.of(new Member("before", before), new Member("now", now)),
              withheld);
      case Happening.SettingMade(var result) -> SettingLines.made(result, withheld);
      case Happening.SettingContested(var change, var times) ->
          SettingLines.contested(change, times, withheld);
      case Happening.Reloaded(var file) ->
          info("reloaded", "policy read again: " + file, List.of(), withheld);
      case Happening.Trouble(var what) ->
          new LogEntry(Level.ERROR, "trouble", SafeName.of(what), List.of(), withheld);
      case Happening.Phase(var word) -> info(word, "guard: " + word, List.of(), withheld);
    };
  }

  private static LogEntry info(String event, String message, List<Member> members, int withheld) {
    return new LogEntry(Level.INFO, event, message, members, withheld);
  }

  private static LogEntry warning(
      String event, String message, List<Member> members, int withheld) {
    return new LogEntry(Level.WARNING, event, message, members, withheld);
  }

  private static LogEntry scanned(
      Set<ScanReason> reasons, int threads, int corrected, int withheld) {
    var why = reasons.stream().map(ScanReason::label).sorted().collect(Collectors.joining(","));
    return info(
        "scanned",
        "scan (%s) of %d kernel threads: %d masks set".formatted(why, threads, corrected),
        List.of(
            new Member("reasons", why),
            new Member("threads", threads),
            new Member("corrected", corrected)),
        withheld);
  }

  private static LogEntry placed(Watched thread, int withheld) {
    var members = new ArrayList<Member>();
    members.add(new Member("tid", thread.tid()));
    members.add(new Member("comm", thread.comm()));
    thread
        .threadClass()
        .map(ThreadClass::label)
        .ifPresent(it -> members.add(new Member("class", it)));
    thread.before().ifPresent(mask -> members.add(new Member("before", mask)));
    members.add(new Member("mask", thread.mask()));
    thread.effort().error().ifPresent(error -> members.add(new Member("errno", error)));
    var who = "thread " + thread.tid() + " " + SafeName.of(thread.comm());
    return new LogEntry(
        level(thread.standing()), thread.standing().label(), who + what(thread), members, withheld);
  }

  private static Level level(Standing standing) {
    return switch (standing) {
      case CONTESTED, REFUSED -> Level.WARNING;
      case RECHECKED, SETTLED, BOUND, FOLLOWS_IRQ, TENANT, EXCEPTED -> Level.INFO;
    };
  }

  private static String what(Watched thread) {
    var mask = thread.mask();
    return switch (thread.standing()) {
      case RECHECKED -> " is looked at again";
      case SETTLED -> " stays on CPUs " + mask;
      case BOUND -> " is bound by the kernel";
      case FOLLOWS_IRQ -> " follows its interrupt";
      case TENANT -> " lies wholly inside the isolated CPUs (" + mask + ") and is left there";
      case EXCEPTED -> " may reach isolated CPUs by the policy";
      case CONTESTED ->
          " was set back " + thread.effort().contests() + " times, to " + mask + ": left so";
      case REFUSED ->
          " cannot be moved from CPUs "
              + mask
              + ": error "
              + thread.effort().error().orElse(0)
              + (thread.effort().error().orElse(0) == 1 ? " (EPERM: needs CAP_SYS_NICE)" : "");
    };
  }

  /// The line for people.
  String text() {
    return level.label
        + ": "
        + message
        + (withheld == 0 ? "" : " (" + withheld + " like it left out)");
  }

  /// The line for programs.
  String json(Instant at) {
    return JsonLine.of(json -> {
      json.writeStringProperty("time", at.toString());
      json.writeStringProperty("level", level.label);
      json.writeStringProperty("event", event);
      json.writeStringProperty("message", message);
      for (Member member : members) {
        if (member.value() instanceof Integer number) {
          json.writeNumberProperty(member.name(), number);
        } else {
          json.writeStringProperty(member.name(), member.value().toString());
        }
      }
      if (withheld > 0) {
        json.writeNumberProperty("withheld", withheld);
      }
    });
  }
}
