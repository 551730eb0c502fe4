/// The `isolctl` command: reads its arguments, asks the host and the model, and shows the answer.
module org.isolctl.app {
  requires com.electronwill.nightconfig.core;
  requires com.electronwill.nightconfig.toml;
  requires info.picocli;
  requires jdk.httpserver;
  requires jdk.unsupported;
  requires org.commonmark;
  requires org.isolctl.host;
  requires org.isolctl.model;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports org.isolctl.app;
}
