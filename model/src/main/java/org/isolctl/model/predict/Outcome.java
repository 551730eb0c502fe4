package org.isolctl.model.predict;

import java.util.Optional;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.rules.BootedKernel;

/// What has come of the words: the input of the lints.
///
/// @param kthread the mask of an ordinary kernel thread
/// @param kthreadd the mask of kthreadd
/// @param workqueueUnbound the mask of unbound workqueues
/// @param irqDefault the mask of new interrupts
/// @param isolatedBy the word that isolated CPUs from the scheduler
/// @param nohzFullBy the word that stopped ticks
/// @param irqaffinity the word that counts
/// @param unboundCpus the word that counts
record Outcome(
    BootedKernel kernel,
    CpuSet kthread,
    CpuSet kthreadd,
    CpuSet workqueueUnbound,
    CpuSet irqDefault,
    Optional<BootWord> isolatedBy,
    Optional<BootWord> nohzFullBy,
    Optional<BootWord> irqaffinity,
    Optional<BootWord> unboundCpus) {}
