package org.isolctl.host.threads;

import java.util.Arrays;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.ffm.NativeAffinity;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// Masks by system call on the running kernel. Not thread-safe.
public final class LiveMasks implements Masks {
  /// A machine has few different masks: thousands of threads share a handful of sets.
  private static final int KEPT = 16;

  private final NativeAffinity kernel = new NativeAffinity();
  private final long[][] keptWords = new long[KEPT][];
  private final CpuSet[] keptSets = new CpuSet[KEPT];
  private int kept;
  private int replace;

  @Override
  public Reading<CpuSet> mask(int tid) {
    int error = kernel.get(tid);
    return switch (error) {
      case 0 -> Reading.present(Masks.source(tid), set(kernel.words()));
      case Errno.ESRCH -> Reading.absent(Masks.source(tid));
      case Errno.EPERM, Errno.EACCES -> Reading.denied(Masks.source(tid), "root");
      default -> Reading.malformed(Masks.source(tid), "the call failed with " + new Errno(error));
    };
  }

  @Override
  public boolean areCalls() {
    return true;
  }

  private CpuSet set(long[] words) {
    for (int i = 0; i < kept; i++) {
      if (Arrays.equals(words, keptWords[i])) {
        return keptSets[i];
      }
    }
    var set = CpuSet.ofWords(words);
    int place = kept < KEPT ? kept++ : replace++ % KEPT;
    keptWords[place] = words.clone();
    keptSets[place] = set;
    return set;
  }
}
