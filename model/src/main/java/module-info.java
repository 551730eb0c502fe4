/// What isolation is and what kernels do with it: records and pure functions, without I/O, clock or
/// native call.
module org.isolctl.model {
  requires static transitive org.jspecify;

  exports org.isolctl.model.bootline;
  exports org.isolctl.model.cpu;
  exports org.isolctl.model.facts;
  exports org.isolctl.model.guard;
  exports org.isolctl.model.judge;
  exports org.isolctl.model.kernel;
  exports org.isolctl.model.kernelpatch;
  exports org.isolctl.model.persist;
  exports org.isolctl.model.plan;
  exports org.isolctl.model.measure;
  exports org.isolctl.model.policy;
  exports org.isolctl.model.predict;
  exports org.isolctl.model.rules;
  exports org.isolctl.model.run;
  exports org.isolctl.model.thread;
}
