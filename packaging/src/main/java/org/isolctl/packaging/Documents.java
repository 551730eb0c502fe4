package org.isolctl.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.isolctl.app.cli.CommandTree;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Manual pages and completions, made from the command model, and the changelog packed as is the
/// custom.
final class Documents {
  private final Path share;

  /// @param share the folder `share` of an installation
  Documents(Path share) {
    this.share = share;
  }

  /// @param date of the manual pages, `2026-11-22`
  void write(String version, String date, Path changelog) throws IOException {
    Path doc = Files.createDirectories(share.resolve("doc/isolctl"));
    pack(Files.readString(changelog), doc.resolve("changelog.gz"));
    CommandLine tree = CommandTree.build();
    Path man = Files.createDirectories(share.resolve("man/man1"));
    for (Map.Entry<String, String> page : new ManPage(version, date).all(tree).entrySet()) {
      pack(page.getValue(), man.resolve(page.getKey() + ".gz"));
    }
    lay("bash-completion/completions/isolctl", AutoComplete.bash("isolctl", tree));
    lay("zsh/vendor-completions/_isolctl", ZshCompletion.of(tree));
  }

  private void lay(String name, String text) throws IOException {
    Path file = share.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static void pack(String text, Path file) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
