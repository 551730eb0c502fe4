package org.isolctl.app.policy;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.isolctl.model.policy.Policy;

/// Reads a policy file:
///
/// ```toml
/// isolated = "2-3"
/// move_user = true
/// govern = ["irqs", "workqueues"]
///
/// [[exception]]
/// comm = "kvm-pit/*"
/// class = "kthread"
/// reason = "the guest's timer must be near its CPU"
/// ```
///
/// Every key is checked: a mistyped one would otherwise allow more, or less, than its author meant.
public final class PolicyFile {
  /// A policy is written by hand; anything larger is another file.
  private static final long MOST_BYTES = 1 << 20;

  private PolicyFile() {}

  /// The policy in a file.
  ///
  /// @throws PolicyFileException when the file cannot be read or makes no sense
  public static Policy read(Path file) throws PolicyFileException {
    return parse(file.toString(), text(file));
  }

  private static String text(Path file) throws PolicyFileException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new PolicyFileException(
            file + " is larger than 1 MiB: that is no policy file of isolctl.");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new PolicyFileException("the policy file " + file + " does not exist.", e);
    } catch (CharacterCodingException e) {
      throw new PolicyFileException(file + " is no UTF-8 text; a policy file is TOML.", e);
    } catch (IOException e) {
      throw new PolicyFileException("cannot read the policy file " + file + ": " + e + ".", e);
    }
  }

  /// The policy in a text.
  ///
  /// @param name what to call it in messages
  static Policy parse(String name, String text) throws PolicyFileException {
    UnmodifiableConfig toml;
    try {
      toml = new TomlParser().parse(text);
    } catch (ParsingException e) {
      throw new PolicyFileException(TomlErrors.sentence(name, text, e), e);
    }
    return new PolicyReader(name, new KeyLines(text)).policy(toml);
  }
}
