/// The only door to the machine: procfs, sysfs, captures and system calls, answered as the records
/// of the model.
module org.isolctl.host {
  requires transitive org.isolctl.model;
  requires static transitive org.jspecify;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;

  exports org.isolctl.host;
  exports org.isolctl.host.act;
  exports org.isolctl.host.capture;
  exports org.isolctl.host.kthreads;
  exports org.isolctl.host.linux;
  exports org.isolctl.host.netlink;
  exports org.isolctl.host.notify;
  exports org.isolctl.host.persist;
  exports org.isolctl.host.run;
  exports org.isolctl.host.vm;
}
