package org.isolctl.host.linux.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.run.SchedulingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lets the C compiler hold the numbers in our sources against the headers of this machine.
class KernelConstantsTest {
  @TempDir Path folder;

  @Test
  void numbersAndLayoutsAreThoseOfTheHeaders() throws Exception {
    assumeTrue(hasCompiler(), "no gcc");
    var numbers = CallNumbers.HERE;
    var source =
        """
        #define _GNU_SOURCE
        #include <stddef.h>
        #include <stdint.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <dirent.h>
        #include <sched.h>
        #include <signal.h>
        #include <unistd.h>
        #include <sys/syscall.h>
        #define SAME(a, b) _Static_assert((a) == (b), #a " is not " #b)
        SAME(SYS_read, %d);
        SAME(SYS_openat, %d);
        SAME(SYS_close, %d);
        SAME(SYS_getdents64, %d);
        SAME(SYS_sched_setaffinity, %d);
        SAME(SYS_sched_getaffinity, %d);
        SAME(SYS_sched_setscheduler, %d);
        SAME(SYS_rt_sigaction, %d);
        SAME(SYS_rt_sigprocmask, %d);
        SAME((long) SIG_IGN, %d);
        SAME(SYS_fcntl, %d);
        SAME(SYS_execve, %d);
        SAME(SCHED_OTHER, %d);
        SAME(SCHED_FIFO, %d);
        SAME(SCHED_RR, %d);
        SAME(SCHED_BATCH, %d);
        SAME(SCHED_RESET_ON_FORK, %d);
        SAME(SIG_SETMASK, %d);
        SAME(F_SETFD, %d);
        SAME(FD_CLOEXEC, %d);
        SAME(ENOEXEC, %d);
        SAME(sizeof(struct sched_param), 4);
        SAME(AT_FDCWD, %d);
        SAME(O_RDONLY, %d);
        SAME(O_CLOEXEC, %d);
        SAME(O_NONBLOCK, %d);
        SAME(EINTR, %d);
        SAME(ENAMETOOLONG, %d);
        SAME(EPERM, %d);
        SAME(ENOENT, %d);
        SAME(ESRCH, %d);
        SAME(EACCES, %d);
        SAME(ENODEV, %d);
        SAME(ENOTDIR, %d);
        SAME(EINVAL, %d);
        SAME(EFBIG, %d);
        SAME(offsetof(struct dirent64, d_reclen), %d);
        SAME(offsetof(struct dirent64, d_type), %d);
        SAME(offsetof(struct dirent64, d_name), %d);
        SAME(sizeof ((struct dirent64 *) 0)->d_reclen, 2);
        SAME(DT_DIR, %d);
        SAME(sizeof(long), 8);
        SAME(sizeof(void *), 8);
        """
            .formatted(
                numbers.read(),
                numbers.openat(),
                numbers.close(),
                numbers.getdents64(),
                numbers.schedSetaffinity(),
                numbers.schedGetaffinity(),
                numbers.schedSetscheduler(),
                numbers.rtSigaction(),
                numbers.rtSigprocmask(),
                NativeExec.SIG_IGN,
                numbers.fcntl(),
                numbers.execve(),
                SchedulingPolicy.Kind.OTHER.number(),
                SchedulingPolicy.Kind.FIFO.number(),
                SchedulingPolicy.Kind.RR.number(),
                SchedulingPolicy.Kind.BATCH.number(),
                NativePolicy.RESET_ON_FORK,
                NativeExec.SIG_SETMASK,
                NativeExec.F_SETFD,
                NativeExec.FD_CLOEXEC,
                Errno.ENOEXEC,
                NativeFiles.AT_FDCWD,
                NativeFiles.O_RDONLY,
                NativeFiles.O_CLOEXEC,
                NativeFiles.O_NONBLOCK,
                NativeFiles.EINTR,
                NativeFiles.ENAMETOOLONG,
                Errno.EPERM,
                Errno.ENOENT,
                Errno.ESRCH,
                Errno.EACCES,
                Errno.ENODEV,
                Errno.ENOTDIR,
                Errno.EINVAL,
                Errno.EFBIG,
                NativeFiles.ENTRY_LENGTH,
                NativeFiles.ENTRY_TYPE,
                NativeFiles.ENTRY_NAME,
                NativeFiles.TYPE_FOLDER);
    assertThat(compile(source)).isEmpty();
  }

  @Test
  void theCompilerWouldNoticeAWrongNumber() throws Exception {
    assumeTrue(hasCompiler(), "no gcc");
    assertThat(compile("_Static_assert(1 == 2, \"differs\");")).contains("differs");
  }

  @Test
  void threadFlagsAreDistinctBits() {
    assertThat(Long.bitCount(ThreadStat.PF_KTHREAD | ThreadStat.PF_NO_SETAFFINITY)).isEqualTo(2);
  }

  private static boolean hasCompiler() throws InterruptedException {
    try {
      return new ProcessBuilder("gcc", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String compile(String source) throws IOException, InterruptedException {
    var file = Files.writeString(folder.resolve("constants.c"), source);
    var gcc =
        new ProcessBuilder("gcc", "-fsyntax-only", file.toString())
            .redirectErrorStream(true)
            .start();
    var output =
        new String(gcc.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    gcc.waitFor();
    return output;
  }
}
