/// Boots real kernels in QEMU and holds the model against them.
module org.isolctl.lab {
  requires static transitive org.jspecify;
  requires transitive org.isolctl.host;
  requires transitive org.isolctl.model;
  requires org.apache.commons.compress;

  exports org.isolctl.lab.conformance;
  exports org.isolctl.lab.guest;
  exports org.isolctl.lab.image;
  exports org.isolctl.lab.kernel;
}
