package org.isolctl.lab.guest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Our end of the line to the agent in a guest; the script `agent` beside this class is the other,
/// and tells the format. Not for several threads at once.
final class AgentLink {
  /// What fits into the guest's terminal buffer (N_TTY_BUF_SIZE is 4096) while nobody reads it.
  static final int MAX_SCRIPT = 4000;

  private static final String GREETING = "isolctl-agent 1";
  private static final int MAX_LINE = 200;
  private static final Pattern HEADER =
      Pattern.compile("(\\d{1,3}) (\\d{1,9}) (\\d{1,9}) ([0-9a-f]{32})");

  private final InputStream in;
  private final OutputStream out;

  AgentLink(InputStream in, OutputStream out) {
    this.in = new BufferedInputStream(in);
    this.out = out;
  }

  /// Waits for the agent to say that it is there; what firmware or kernel write before is skipped.
  void awaitGreeting() throws IOException {
    while (!line().endsWith(GREETING)) {}
  }

  /// Runs a shell script in the guest.
  ///
  /// @param limit after which the guest kills it, in whole seconds, at least one
  Result run(String script, Duration limit) throws IOException {
    byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_SCRIPT) {
      throw new IllegalArgumentException(
          "A script of %d bytes is too long for the line to a guest (%d at most): put it into a file"
              .formatted(bytes.length, MAX_SCRIPT));
    }
    String header = "%d %d\n".formatted(Math.max(1, limit.toSeconds()), bytes.length);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
    return answer();
  }

  private Result answer() throws IOException {
    String line = line();
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new IOException("The guest's answer does not begin with a header: " + line);
    }
    int length = Integer.parseInt(header.group(2));
    byte[] content = in.readNBytes(length + Integer.parseInt(header.group(3)));
    if (!md5(content).equals(header.group(4))) {
      throw new IOException(
          "The guest's answer was damaged on its way: %d bytes of '%s' do not have that sum"
              .formatted(content.length, line));
    }
    return new Result(
        new String(content, 0, length, StandardCharsets.UTF_8),
        new String(Arrays.copyOfRange(content, length, content.length), StandardCharsets.UTF_8),
        Integer.parseInt(header.group(1)));
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The line to the guest broke after '%s'".formatted(line));
      }
      // Anything longer is noise of which the end is enough.
      if (line.length() == MAX_LINE) {
        line.deleteCharAt(0);
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }
}
