package org.isolctl.host.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Datagrams as a 6.18 kernel on x86-64 sent them.
class ProcMessageTest {
  private static final String HEAD = "4c000000030000000000000000000000";
  private static final String CN = "0100000001000000";

  /// The answer to a LISTEN whose `ack` was 0.
  private static final String ACKNOWLEDGED =
      HEAD
          + CN
          + "000000000100000028000000"
          + "0000000000000000ff4ac291d90200000000000000000000000000000000000000000000";

  private static final String FORK_OF_USER =
      HEAD
          + CN
          + "010000000000000028000000"
          + "0100000000000000358bca91d90200002d4b00002d4b0000564b0000564b00000000000000000000";
  private static final String EXIT =
      HEAD
          + CN
          + "000000000000000028000000"
          + "0000008001000000296bfa91d9020000564b0000564b000000000000110000002d4b00002d4b0000";

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ProcEvent parse(String hex, int cookie) {
    var bytes = bytes(hex);
    return ProcMessage.parse(bytes, bytes.capacity(), ProcConnector.KTHREADD, cookie);
  }

  private static String forkOfKthreadd() {
    return FORK_OF_USER.replace(
        "2d4b00002d4b0000564b0000564b0000", "02000000020000009a0200009a020000");
  }

  @Test
  void aForkOfKthreaddTellsTheThreadTheCpuAndTheTime() {
    assertThat(parse(forkOfKthreadd(), 0)).isEqualTo(new ProcEvent.Forked(666, 0, 0x2d991ca8b35L));
  }

  @Test
  void anAcknowledgementIsOursWhenItAnswersOurRequest() {
    var padded = ACKNOWLEDGED + "00000000";
    assertThat(parse(padded, 0)).isEqualTo(new ProcEvent.Acknowledged(0));
    assertThat(parse(padded, 7)).isEqualTo(new ProcEvent.Other());
  }

  @Test
  void aRefusalHasItsErrorNumber() {
    var refused = bytes(ACKNOWLEDGED + "00000000");
    refused.putInt(52, 1);

    assertThat(ProcMessage.parse(refused, refused.capacity(), ProcConnector.KTHREADD, 0))
        .isEqualTo(new ProcEvent.Acknowledged(1));
  }

  @Test
  void whatOthersForkAndWhatEndsIsOfNoInterest() {
    assertThat(parse(FORK_OF_USER, 0)).isEqualTo(new ProcEvent.Other());
    assertThat(parse(EXIT, 0)).isEqualTo(new ProcEvent.Other());
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 4, 15, 16, 35, 36, 75})
  void aMessageThatIsCutOffIsOfNoInterest(int length) {
    assertThat(ProcMessage.parse(bytes(forkOfKthreadd()), length, ProcConnector.KTHREADD, 0))
        .isEqualTo(new ProcEvent.Other());
  }

  @ParameterizedTest(name = "byte {0}")
  @ValueSource(ints = {4, 16, 20, 32})
  void aMessageOfAnotherKindIsOfNoInterest(int at) {
    var bytes = bytes(forkOfKthreadd());
    bytes.put(at, (byte) 9);

    assertThat(ProcMessage.parse(bytes, bytes.capacity(), ProcConnector.KTHREADD, 0))
        .isEqualTo(new ProcEvent.Other());
  }

  @Test
  void aRequestIsFortyBytesWithAFourByteOperation() {
    var request = ProcMessage.request(ProcMessage.PROC_CN_MCAST_LISTEN, 77);
    byte[] sent = new byte[request.capacity()];
    request.get(0, sent);

    assertThat(HexFormat.of().formatHex(sent))
        .isEqualTo(
            "28000000030000000000000000000000"
                + "0100000001000000000000004d00000004000000"
                + "01000000");
  }
}
