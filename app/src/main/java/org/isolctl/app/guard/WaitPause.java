package org.isolctl.app.guard;

import org.isolctl.host.netlink.DescriptorWait;

/// Waits on descriptors of the kernel.
record WaitPause(DescriptorWait descriptors) implements GuardLoop.Pause {
  @Override
  public void await(long nanos) {
    descriptors.await(nanos);
  }

  @Override
  public void wake() {
    descriptors.wake();
  }
}
