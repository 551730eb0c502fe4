package org.isolctl.app.policy;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.cpu.CpuSetSyntaxException;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.Governed;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;
import org.isolctl.model.thread.ThreadClass;
import org.jspecify.annotations.Nullable;

/// From TOML tables to a policy.
final class PolicyReader {
  private static final Set<String> TOP_KEYS =
      Set.of("isolated", "move_user", "govern", "exception");
  private static final List<String> EXCEPTION_KEYS = List.of("comm", "cgroup", "class", "reason");

  private final String name;
  private final KeyLines lines;

  PolicyReader(String name, KeyLines lines) {
    this.name = name;
    this.lines = lines;
  }

  Policy policy(UnmodifiableConfig toml) throws PolicyFileException {
    for (UnmodifiableConfig.Entry entry : toml.entrySet()) {
      if (!TOP_KEYS.contains(entry.getKey())) {
        throw wrong(
            lines.ofTop(entry.getKey()),
            "unknown key '"
                + entry.getKey()
                + "'; known are isolated, move_user, govern and [[exception]]");
      }
    }
    return new Policy(isolated(toml), exceptions(toml), moveUser(toml), governed(toml));
  }

  private Optional<CpuSet> isolated(UnmodifiableConfig toml) throws PolicyFileException {
    int line = lines.ofTop("isolated");
    Optional<String> text = text(toml, "isolated", line);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(CpuSet.parseList(text.get()));
    } catch (CpuSetSyntaxException e) {
      throw wrong(
          line, "'" + text.get() + "' is no list of CPUs: " + e.getMessage() + "; write \"2-3,8\"");
    }
  }

  private boolean moveUser(UnmodifiableConfig toml) throws PolicyFileException {
    @Nullable Object value = toml.get(List.of("move_user"));
    if (value == null) {
      return false;
    }
    if (!(value instanceof Boolean allowed)) {
      throw wrong(lines.ofTop("move_user"), "move_user is true or false, without quotes");
    }
    return allowed;
  }

  private Set<Governed> governed(UnmodifiableConfig toml) throws PolicyFileException {
    @Nullable Object value = toml.get(List.of("govern"));
    if (value == null) {
      return Set.of();
    }
    var governed = EnumSet.noneOf(Governed.class);
    for (Object word : value instanceof List<?> words ? words : List.of(value)) {
      governed.add(
          Arrays.stream(Governed.values())
              .filter(it -> value instanceof List<?> && it.label().equals(word))
              .findFirst()
              .orElseThrow(() ->
                  wrong(
                      lines.ofTop("govern"),
                      "govern is a list of \"irqs\" and \"workqueues\", or of one of them")));
    }
    return governed;
  }

  private List<PolicyException> exceptions(UnmodifiableConfig toml) throws PolicyFileException {
    @Nullable Object value = toml.get(List.of("exception"));
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> tables)) {
      throw wrong(lines.ofTop("exception"), "an exception is written as [[exception]]");
    }
    var exceptions = new ArrayList<PolicyException>();
    for (int i = 0; i < tables.size(); i++) {
      if (!(tables.get(i) instanceof UnmodifiableConfig table)) {
        throw wrong(lines.ofTop("exception"), "an exception is written as [[exception]]");
      }
      exceptions.add(exception(i, table));
    }
    return exceptions;
  }

  private PolicyException exception(int index, UnmodifiableConfig table)
      throws PolicyFileException {
    for (UnmodifiableConfig.Entry entry : table.entrySet()) {
      if (!EXCEPTION_KEYS.contains(entry.getKey())) {
        throw wrong(
            lines.ofKey(index, entry.getKey()),
            "unknown key '" + entry.getKey() + "'; known are " + String.join(", ", EXCEPTION_KEYS));
      }
    }
    String reason =
        text(table, "reason", lines.ofKey(index, "reason"))
            .orElseThrow(() ->
                wrong(
                    lines.ofException(index),
                    "the exception has no reason; write reason = \"...\""));
    try {
      return new PolicyException(
          text(table, "comm", lines.ofKey(index, "comm")).map(Glob::new),
          text(table, "cgroup", lines.ofKey(index, "cgroup")).map(Glob::new),
          threadClass(index, table),
          reason);
    } catch (IllegalArgumentException e) {
      throw wrong(lines.ofException(index), String.valueOf(e.getMessage()));
    }
  }

  private Optional<ThreadClass> threadClass(int index, UnmodifiableConfig table)
      throws PolicyFileException {
    int line = lines.ofKey(index, "class");
    Optional<String> word = text(table, "class", line);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(ThreadClass.values())
            .filter(threadClass -> threadClass.label().equals(word.get()))
            .findFirst()
            .orElseThrow(
                () -> wrong(line, "'" + word.get() + "' is no class; known are " + classes())));
  }

  private static String classes() {
    return Arrays.stream(ThreadClass.values())
        .map(ThreadClass::label)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> text(UnmodifiableConfig table, String key, int line)
      throws PolicyFileException {
    @Nullable Object value = table.get(List.of(key));
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String string) {
      return Optional.of(string);
    }
    throw wrong(line, key + " is no string; write " + key + " = \"" + value + "\"");
  }

  private PolicyFileException wrong(int line, String problem) {
    String place = line == KeyLines.UNKNOWN ? name : name + ":" + line;
    return new PolicyFileException(place + ": " + problem + ".");
  }
}
