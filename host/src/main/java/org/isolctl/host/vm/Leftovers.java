package org.isolctl.host.vm;

/// Something to be removed when a block is left, and as well when the JVM ends within it: on Ctrl-C
/// no `finally` runs. The removal may run twice.
public final class Leftovers implements AutoCloseable {
  private final Runnable removal;
  private final Thread atExit;

  public Leftovers(Runnable removal) {
    this.removal = removal;
    atExit = new Thread(removal, "leftovers");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook removes the same things, and twice does no harm.
    }
    removal.run();
  }
}
