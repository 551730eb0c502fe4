package org.isolctl.host.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends a stream that gives more than what was allowed: a header of an archive may claim to be
/// gigabytes long, and would be read into memory.
final class MeteredStream extends FilterInputStream {
  private long left;

  MeteredStream(InputStream in) {
    super(in);
  }

  /// Allows so many bytes from now on.
  void allow(long bytes) {
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    int got = super.read();
    spend(got < 0 ? 0 : 1);
    return got;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    spend(got);
    return got;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    spend(skipped);
    return skipped;
  }

  private void spend(long bytes) throws IOException {
    left -= Math.max(0, bytes);
    if (left < 0) {
      throw new IOException("a header longer than any real one");
    }
  }
}
