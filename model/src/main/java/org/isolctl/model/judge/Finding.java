package org.isolctl.model.judge;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// One thing that is not as isolation wants it, or that a reader should know.
///
/// @param mask the mask in question, cut to the possible CPUs; absent where the finding is not
///   about a mask
/// @param reach the isolated CPUs that are concerned
/// @param grade how near it is to stealing time; absent where nothing runs
/// @param cause why; absent where the cause list does not apply
/// @param movable whether user space can change it
/// @param because one sentence for people: what was seen and what it means
/// @param readings the files and calls that this rests on
public record Finding(
    FindingCode code,
    Severity severity,
    Subject subject,
    Optional<CpuSet> mask,
    CpuSet reach,
    Optional<Grade> grade,
    Optional<Cause> cause,
    boolean movable,
    String because,
    Remedy remedy,
    List<String> readings) {
  public Finding {
    readings = List.copyOf(readings);
  }
}
