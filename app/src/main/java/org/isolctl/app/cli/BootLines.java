package org.isolctl.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.app.render.PredictionJson;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.Predictor;

/// Predicts for every line of a file, one JSON object per line: for scripts, and for a fleet.
final class BootLines {
  private static final int BUFFERED_CHARS = 1 << 16;

  private BootLines() {}

  /// Reads, predicts and prints line by line.
  ///
  /// @param file the file, or `-` for standard input
  /// @return whether any line has errors
  static boolean predict(String file, PredictTarget target, KernelVersion kernel, Answer answer) {
    var input = target.input(kernel, "");
    boolean errors = false;
    try (var lines = open(file)) {
      var text = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var prediction = Predictor.predict(input.withBootLine(line));
        errors |= prediction.hasErrors();
        text.append(PredictionJson.renderLine(prediction, line));
        if (text.length() > BUFFERED_CHARS) {
          answer.print(text.toString());
          text.setLength(0);
        }
      }
      answer.print(text.toString());
      return errors;
    } catch (IOException e) {
      throw CommandException.unfinished("cannot read the boot lines: " + IoReasons.of(e) + ".", e);
    }
  }

  /// A boot line is bytes: what is no UTF-8 is replaced, not refused.
  private static BufferedReader open(String file) throws IOException {
    var path = Path.of(file.equals("-") ? "/dev/stdin" : file);
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
  }
}
