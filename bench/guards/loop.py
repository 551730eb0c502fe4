"""The same as loop.c in Python, woken by every fork of the machine, as a watcher that learns of new
threads from perf events is (tuned's scheduler plug-in): loop.py ISOLATED-MASK [PARENT]"""

import os
import signal
import socket
import struct
import sys
import time

isolated = {cpu for cpu in range(64) if int(sys.argv[1], 16) >> cpu & 1}
wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 2
took = []


def stop(*_):
    print("\n".join(map(str, took)))
    sys.stdout.flush()
    os._exit(0)


def settle(tid, born):
    try:
        mask = os.sched_getaffinity(tid)
        if not mask & isolated or mask <= isolated:
            return
        os.sched_setaffinity(tid, mask - isolated)
    except OSError:
        return
    took.append(time.monotonic_ns() - born)


signal.signal(signal.SIGTERM, stop)
connector = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, 11)
connector.setsockopt(socket.SOL_SOCKET, 33, 2 << 20)
connector.bind((0, 1))
connector.send(struct.pack("=IHHIIIIIIHHI", 40, 3, 0, 0, 0, 1, 1, 0, 0, 4, 0, 1))
print("ready", flush=True)
while True:
    try:
        message = connector.recv(1024)
    except OSError:
        continue
    what, _, born, parent, _, child = struct.unpack_from("=IIQiii", message, 36)
    if what == 1 and parent == wanted:
        settle(child, born)
