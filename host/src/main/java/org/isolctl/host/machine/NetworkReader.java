package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.Numbers;
import org.isolctl.model.facts.NetworkFacts;

/// Packet steering, from `/sys/class/net/DEV/queues`.
final class NetworkReader {
  private static final String DEVICES = "/sys/class/net";

  private final MachineFiles files;
  private final ValueFiles values;

  NetworkReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  NetworkFacts read() {
    var receive = new ArrayList<NetworkFacts.Queue>();
    var transmit = new ArrayList<NetworkFacts.Queue>();
    for (String device : Names.sorted(files.names(DEVICES))) {
      var folder = DEVICES + "/" + device + "/queues";
      var queues = files.folders(folder);
      for (int queue : Numbers.after("rx-", queues)) {
        receive.add(queue(device, folder, "rx-" + queue, "/rps_cpus"));
      }
      for (int queue : Numbers.after("tx-", queues)) {
        transmit.add(queue(device, folder, "tx-" + queue, "/xps_cpus"));
      }
    }
    return new NetworkFacts(List.copyOf(receive), List.copyOf(transmit));
  }

  private NetworkFacts.Queue queue(String device, String folder, String queue, String file) {
    return new NetworkFacts.Queue(device, queue, values.mask(folder + "/" + queue + file));
  }
}
