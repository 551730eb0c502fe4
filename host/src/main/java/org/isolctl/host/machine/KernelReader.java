package org.isolctl.host.machine;

import java.util.List;
import java.util.Map;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.Reading;

/// The running kernel: release, boot line, configuration.
final class KernelReader {
  private static final String CONFIG_OF_KERNEL = "/proc/config.gz";

  private final MachineFiles files;

  KernelReader(MachineFiles files) {
    this.files = files;
  }

  KernelFacts read() {
    var release = release();
    var bootLine = files.text("/proc/cmdline").parse(KernelReader::withoutLastNewline);
    return new KernelFacts(release, bootLine, config(release), new PatchTrace(files).read(release));
  }

  private Reading<String> release() {
    var live = new SysctlFiles(files).value("kernel.osrelease");
    if (!(live instanceof Reading.Absent<String>)) {
      return live;
    }
    var uname = files.text("/sos_commands/kernel/uname_-a").parse(KernelReader::releaseOfUname);
    return uname instanceof Reading.Absent<String> ? live : uname;
  }

  private static String releaseOfUname(String uname) {
    var words = uname.strip().split(" ", -1);
    if (words.length < 3 || !words[0].equals("Linux")) {
      throw new IllegalArgumentException("not the output of 'uname -a'");
    }
    return words[2];
  }

  private static String withoutLastNewline(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /// The kernel itself is asked first: a file beside it may belong to another build of the same
  /// release.
  private Reading<Map<String, String>> config(Reading<String> release) {
    var own = files.bytes(CONFIG_OF_KERNEL).parse(KernelConfigText::parseCompressed);
    if (!(own instanceof Reading.Absent<Map<String, String>>)
        || !(release instanceof Reading.Present<String>(_, var name))
        || name.contains("/")) {
      return own;
    }
    for (String path : List.of("/boot/config-" + name, "/lib/modules/" + name + "/config")) {
      var beside = files.bytes(path).parse(KernelConfigText::parse);
      if (!(beside instanceof Reading.Absent<Map<String, String>>)) {
        return beside;
      }
    }
    return own;
  }
}
