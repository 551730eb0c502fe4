package org.isolctl.model.cpu;

import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// An immutable set of CPU numbers, of any size.
///
/// The two text forms are the kernel's: a cpulist (`2-3,8`) and a hexadecimal mask
/// (`ffff,00000003`). Thread-safe, as it never changes.
public final class CpuSet {
  /// The highest CPU number that is accepted: above any kernel's `NR_CPUS` (8,192 at most today),
  /// and low enough that a hostile text cannot make a set of gigabytes.
  public static final int MAX_CPU = 65_535;

  private static final CpuSet EMPTY = new CpuSet(new BitSet());

  private final BitSet bits;

  private CpuSet(BitSet bits) {
    this.bits = bits;
  }

  public static CpuSet empty() {
    return EMPTY;
  }

  public static CpuSet of(int... cpus) {
    var bits = new BitSet();
    for (int cpu : cpus) {
      bits.set(checked(cpu));
    }
    return new CpuSet(bits);
  }

  /// The CPUs from `first` to `last`, both included.
  public static CpuSet range(int first, int last) {
    var bits = new BitSet();
    bits.set(checked(first), checked(last) + 1);
    return new CpuSet(bits);
  }

  /// The set whose CPU `n` is bit `n % 64` of `words[n / 64]`, as `sched_getaffinity(2)` fills it.
  public static CpuSet ofWords(long[] words) {
    var bits = BitSet.valueOf(words);
    return bits.isEmpty() ? EMPTY : new CpuSet(bits);
  }

  /// A set of the given bits, which are copied.
  static CpuSet ofBits(BitSet bits) {
    return new CpuSet((BitSet) bits.clone());
  }

  /// Reads a cpulist as the kernel prints it; `N` and `all`, which need a width, are not taken.
  ///
  /// @throws CpuSetSyntaxException naming the position and the reason
  public static CpuSet parseList(String text) {
    return CpulistParser.read(text, CpulistGrammar.ANY_WIDTH).orThrow();
  }

  /// Reads a cpulist by the rules of one kernel era.
  ///
  /// @throws CpuSetSyntaxException naming the position and the reason
  public static CpuSet parseList(String text, CpulistGrammar grammar) {
    return CpulistParser.read(text, grammar).orThrow();
  }

  /// Reads a cpulist as far as a kernel does, which keeps the items before an error.
  public static CpulistReading readList(String text, CpulistGrammar grammar) {
    return CpulistParser.read(text, grammar);
  }

  /// Reads a hexadecimal mask, groups of eight digits separated by commas or not (`ff`,
  /// `1,00000000`).
  ///
  /// @throws CpuSetSyntaxException naming the position and the reason
  public static CpuSet parseMask(String text) {
    return CpuMaskText.parse(text);
  }

  private static int checked(int cpu) {
    if (cpu < 0 || cpu > MAX_CPU) {
      throw new IllegalArgumentException("CPU number " + cpu + " is not in 0-" + MAX_CPU);
    }
    return cpu;
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  public int size() {
    return bits.cardinality();
  }

  public boolean contains(int cpu) {
    return cpu >= 0 && bits.get(cpu);
  }

  /// The lowest CPU, or -1 of an empty set.
  public int first() {
    return bits.nextSetBit(0);
  }

  /// The highest CPU, or -1 of an empty set.
  public int last() {
    return bits.length() - 1;
  }

  public boolean intersects(CpuSet other) {
    return bits.intersects(other.bits);
  }

  public boolean isSubsetOf(CpuSet other) {
    return minus(other).isEmpty();
  }

  public CpuSet union(CpuSet other) {
    var result = (BitSet) bits.clone();
    result.or(other.bits);
    return new CpuSet(result);
  }

  public CpuSet intersect(CpuSet other) {
    var result = (BitSet) bits.clone();
    result.and(other.bits);
    return new CpuSet(result);
  }

  public CpuSet minus(CpuSet other) {
    var result = (BitSet) bits.clone();
    result.andNot(other.bits);
    return new CpuSet(result);
  }

  public IntStream stream() {
    return bits.stream();
  }

  public void forEach(IntConsumer action) {
    for (int cpu = bits.nextSetBit(0); cpu >= 0; cpu = bits.nextSetBit(cpu + 1)) {
      action.accept(cpu);
    }
  }

  /// The bits in the layout of `sched_setaffinity(2)`: CPU `n` is bit `n % 64` of word `n / 64`.
  public long[] toWords() {
    return bits.toLongArray();
  }

  /// The cpulist, as the kernel prints it (`%*pbl`): ranges, no blanks, empty for the empty set.
  public String toList() {
    var text = new StringBuilder();
    for (int first = bits.nextSetBit(0); first >= 0; ) {
      int end = bits.nextClearBit(first);
      if (!text.isEmpty()) {
        text.append(',');
      }
      text.append(first);
      if (end - first > 1) {
        text.append('-').append(end - 1);
      }
      first = bits.nextSetBit(end);
    }
    return text.toString();
  }

  /// The mask as the kernel prints it (`%*pb`) for `width` possible CPUs: groups of eight digits,
  /// the leading one as wide as what is left.
  public String toMask(int width) {
    return CpuMaskText.print(this, width);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CpuSet set && bits.equals(set.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  /// The cpulist; see {@link #toList()}.
  @Override
  public String toString() {
    return toList();
  }
}
