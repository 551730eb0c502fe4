package org.isolctl.packaging;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Manual pages, from the model that `--help` is made of.
final class ManPage {
  private final String version;
  private final String date;

  /// @param date of the page, `2026-11-22`
  ManPage(String version, String date) {
    this.version = version;
    this.date = date;
  }

  /// Every page by the name of its file: one of the command, one of each verb.
  Map<String, String> all(CommandLine root) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("isolctl.1", ofCommand(root));
    root.getSubcommands()
        .forEach((word, line) -> {
          if (!line.getCommandSpec().options().isEmpty()) {
            pages.put("isolctl-" + word + ".1", ofVerb(word, line.getCommandSpec()));
          }
        });
    return pages;
  }

  private String ofCommand(CommandLine root) {
    Roff page = head("isolctl", "make Linux CPU isolation hold, and prove it");
    page.section("SYNOPSIS").paragraph("isolctl VERB [OPTION...]");
    page.section("DESCRIPTION")
        .paragraph(
            "Audits the CPU isolation of a Linux machine, predicts what a boot line does on a given"
                + " kernel, plans, makes and undoes what mends it, and keeps new kernel threads off"
                + " the isolated CPUs.");
    page.section("VERBS");
    root.getSubcommands()
        .forEach((word, line) -> page.item(word, purpose(line.getCommandSpec()) + "."));
    page.section("EXIT STATUS");
    var codes = new TreeMap<String, String>();
    root.getSubcommands()
        .values()
        .forEach(line -> codes.putAll(line.getCommandSpec().usageMessage().exitCodeList()));
    codes.forEach((code, meaning) -> page.item(code.strip(), meaning));
    page.section("ENVIRONMENT")
        .item("COLUMNS", "How wide text is laid out.")
        .item("NO_COLOR", "No colours, when it is set and not empty.")
        .item("ISOLCTL_DEBUG", "1 adds the stack trace when isolctl reports a defect of its own.");
    page.section("FILES")
        .item("/etc/isolctl/policy.toml", "What the service isolctl-guard leaves where it is.")
        .item("/run/isolctl", "The journal of changes since boot.")
        .item("/run/isolctl-guard", "The socket of the guard, and the former mask of kthreadd.");
    page.section("SEE ALSO").paragraph(seeAlso(root.getSubcommands().keySet().stream().toList()));
    return page.toString();
  }

  private String ofVerb(String word, CommandSpec spec) {
    Roff page = head("isolctl-" + word, purpose(spec));
    page.section("SYNOPSIS").paragraph(synopsis(spec));
    page.section("DESCRIPTION");
    texts(spec.usageMessage().description()).forEach(page::paragraph);
    arguments(page, spec);
    page.section("OPTIONS");
    for (OptionSpec option : spec.options()) {
      String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      page.item(String.join(", ", option.names()) + label, description(option));
    }
    page.section("EXIT STATUS");
    exitCodes(page, spec);
    examples(page, spec);
    page.section("SEE ALSO").paragraph("isolctl(1)");
    return page.toString();
  }

  private Roff head(String name, String purpose) {
    return new Roff()
        .macro(
            "TH %s 1 %s \"isolctl %s\" \"CPU isolation\""
                .formatted(name.toUpperCase(Locale.ROOT), date, version))
        .section("NAME")
        .text(name + " - " + purpose);
  }

  private static void arguments(Roff page, CommandSpec spec) {
    List<PositionalParamSpec> shown =
        spec.positionalParameters().stream().filter(each -> !each.hidden()).toList();
    if (!shown.isEmpty()) {
      page.section("ARGUMENTS");
      shown.forEach(each -> page.item(each.paramLabel(), description(each)));
    }
  }

  private static void exitCodes(Roff page, CommandSpec spec) {
    spec.usageMessage().exitCodeList().forEach((code, meaning) -> page.item(code.strip(), meaning));
  }

  private static void examples(Roff page, CommandSpec spec) {
    List<String> lines =
        Arrays.stream(spec.usageMessage().footer())
            .map(ManPage::plain)
            .filter(line -> !line.isBlank() && !line.equals("Examples:"))
            .toList();
    if (!lines.isEmpty()) {
      page.section("EXAMPLES").example(lines);
    }
  }

  /// The header without its full stop, as `whatis` shows it.
  private static String purpose(CommandSpec spec) {
    var usage = spec.usageMessage();
    String[] said = usage.header().length > 0 ? usage.header() : usage.description();
    String first = String.join(" ", texts(said));
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static String synopsis(CommandSpec spec) {
    String text = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0);
    return String.join(" ", text.strip().split("\\s+"));
  }

  private static String description(ArgSpec argument) {
    return String.join(" ", texts(argument.description()));
  }

  private static List<String> texts(String[] paragraphs) {
    return Arrays.stream(paragraphs).map(ManPage::plain).filter(text -> !text.isBlank()).toList();
  }

  /// picocli's texts are formats with markup.
  private static String plain(String text) {
    return Help.Ansi.OFF.string(text.replace("%n", "\n").replace("%%", "%"));
  }

  private static String seeAlso(List<String> words) {
    return words.stream()
            .filter(word -> !word.equals("version") && !word.equals("help"))
            .map(word -> "isolctl-" + word + "(1)")
            .sorted()
            .collect(java.util.stream.Collectors.joining(", "))
        + ", taskset(1), sched_setaffinity(2), cpuset(7)";
  }
}
