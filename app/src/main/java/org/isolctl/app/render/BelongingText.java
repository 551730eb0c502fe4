package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Tenant;

/// What is on isolated CPUs by somebody's wish: tenants, and strays that the policy allows.
final class BelongingText {
  /// How many processes or reasons are shown unless all are wanted.
  private static final int LINES = 8;

  private static final int NAMES = 4;

  private final Sheet sheet;
  private final int lines;
  private final int names;

  BelongingText(Sheet sheet, boolean all) {
    this.sheet = sheet;
    this.lines = all ? Integer.MAX_VALUE : LINES;
    this.names = all ? Integer.MAX_VALUE - 1 : NAMES;
  }

  void tenants(List<Tenant> tenants) {
    if (tenants.isEmpty()) {
      return;
    }
    heading("TENANTS", "somebody put them on isolated CPUs: they belong there");
    Map<Integer, List<Tenant>> processes = new LinkedHashMap<>();
    tenants.forEach(
        tenant -> processes.computeIfAbsent(tenant.tgid(), _ -> new ArrayList<>()).add(tenant));
    processes.values().stream().limit(lines).forEach(this::process);
    more(processes.size(), "process", "processes");
  }

  private void process(List<Tenant> threads) {
    List<String> words =
        threads.stream()
            .map(tenant -> tenant.comm() + " (" + tenant.tid() + ") on " + tenant.mask())
            .toList();
    sheet.paragraph(2, Names.first(words, names));
  }

  void exemptions(List<Exemption> exemptions) {
    if (exemptions.isEmpty()) {
      return;
    }
    heading("ALLOWED", "they reach isolated CPUs, and the policy file says that they may");
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    exemptions.forEach(exemption ->
        byReason
            .computeIfAbsent(exemption.reason(), _ -> new ArrayList<>())
            .add(SubjectText.name(exemption.finding().subject())));
    byReason.entrySet().stream()
        .limit(lines)
        .forEach(entry -> {
          sheet.paragraph(2, Names.first(entry.getValue(), names));
          sheet.paragraph(4, Span.plain("reason: " + entry.getKey()));
        });
    more(byReason.size(), "reason", "reasons");
  }

  private void heading(String title, String meaning) {
    sheet.blank().labelled(0, Style.STRONG.of(title), title.length() + 2, Style.FAINT.of(meaning));
  }

  private void more(int count, String one, String many) {
    if (count > lines) {
      sheet.paragraph(
          2, Style.FAINT.of("and " + Count.of(count - (long) lines, one, many) + " more"));
    }
  }
}
