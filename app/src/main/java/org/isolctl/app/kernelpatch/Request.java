package org.isolctl.app.kernelpatch;

import org.isolctl.app.kernelpatch.PatchException.Kind;
import org.isolctl.model.kernel.KernelVersion;

/// Tells what cannot be had on a version, before anything is tried.
final class Request {
  private Request() {}

  static void check(KernelVersion version, boolean more) throws PatchException {
    if (!version.isAtLeast(3, 10)) {
      throw new PatchException(
          Kind.REQUEST,
          "this tree is Linux " + version + "; the patch is made for 3.10 and later.");
    }
    if (more && !version.isAtLeast(5, 18)) {
      throw new PatchException(
          Kind.REQUEST,
          "this tree is Linux "
              + version
              + "; --more is made for 5.18 to 6.19, as it names HK_TYPE_DOMAIN. Leave it out: the"
              + " rest can be had.");
    }
    if (more && version.isAtLeast(7, 0)) {
      throw new PatchException(
          Kind.REQUEST,
          "this tree is Linux "
              + version
              + "; from 7.0 on the kernel itself keeps rescuers, kswapd and kcompactd off CPUs that"
              + " isolcpus= isolates, so there is nothing for --more to do. Leave it out.");
    }
  }
}
