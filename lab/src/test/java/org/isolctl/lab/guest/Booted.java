package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.TestedKernels;

/// A booted kernel as the argument of a whole test class: JUnit closes it when the class is
/// through.
record Booted(Kernel kernel, Guest guest) implements AutoCloseable {

  /// Every tested kernel, booted when its turn comes.
  static Stream<Booted> each(BootSpec spec) throws IOException {
    return TestedKernels.all().stream().map(kernel -> boot(kernel, spec));
  }

  /// The kernels for long stories, booted when their turn comes.
  static Stream<Booted> eachForStories(BootSpec spec) throws IOException {
    return TestedKernels.forStories().stream().map(kernel -> boot(kernel, spec));
  }

  static Booted boot(Kernel kernel, BootSpec spec) {
    try {
      return new Booted(kernel, Guest.boot(kernel, spec));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts tests", e);
    }
  }

  @Override
  public void close() {
    try {
      guest.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return kernel.release();
  }
}
