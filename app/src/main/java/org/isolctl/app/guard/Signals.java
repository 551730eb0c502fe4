package org.isolctl.app.guard;

import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/// The signals of a service.
///
/// `sun.misc.Signal` of jdk.unsupported is the only way to hear of SIGHUP, and the compiler warns
/// of it in a way that nothing can silence: hence by reflection.
final class Signals {
  private Signals() {}

  /// From now on `SIGTERM` and `SIGINT` stop, and `SIGHUP` reloads, instead of ending the JVM.
  ///
  /// @throws IllegalStateException when this JVM hands out no signals (`-Xrs`)
  static void handle(Runnable stop, Runnable reload) {
    Map.of("TERM", stop, "INT", stop, "HUP", reload).forEach(Signals::handle);
  }

  private static void handle(String name, Runnable action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      var run =
          MethodHandles.lookup()
              .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
              .bindTo(action);
      var handled =
          MethodHandleProxies.asInterfaceInstance(
              handler, MethodHandles.dropArguments(run, 0, signal));
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handled);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "cannot hear of SIG" + name + ": " + e.getCause() + "; start without -Xrs", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK has no sun.misc.Signal", e);
    }
  }
}
