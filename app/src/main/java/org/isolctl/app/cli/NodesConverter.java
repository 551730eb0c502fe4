package org.isolctl.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.cpu.CpuSetSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the CPUs of NUMA nodes, `0-1/2-3`: node 0, node 1 and so on. A node may have none.
final class NodesConverter implements ITypeConverter<NodesConverter.Nodes> {
  /// The CPUs of each node, by its number.
  record Nodes(List<CpuSet> cpus) {
    Nodes {
      cpus = List.copyOf(cpus);
    }
  }

  @Override
  public Nodes convert(String value) {
    var nodes = new ArrayList<CpuSet>();
    for (String node : value.split("/", -1)) {
      try {
        nodes.add(CpuSet.parseList(node));
      } catch (CpuSetSyntaxException e) {
        throw new TypeConversionException(
            "'" + node + "' is no list of CPUs: " + e.reason() + "; write nodes such as 0-1/2-3");
      }
    }
    return new Nodes(nodes);
  }
}
