package io.runfabric.console.provider.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses belong to the Internet.
class PublicAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,an unspecified",
    "0.1.2.3,an unspecified",
    "10.0.0.1,a private",
    "10.255.255.255,a private",
    "100.64.0.1,a carrier's private",
    "100.100.100.200,a carrier's private",
    "100.127.255.255,a carrier's private",
    "127.0.0.1,a loopback",
    "127.255.255.254,a loopback",
    "168.63.129.16,a cloud's own",
    "169.254.169.254,a link-local",
    "169.254.170.2,a link-local",
    "172.16.0.1,a private",
    "172.31.255.255,a private",
    "192.0.0.192,a reserved",
    "192.0.2.7,a documentation",
    "192.88.99.1,a reserved",
    "192.168.1.1,a private",
    "198.18.0.1,a benchmark",
    "198.19.255.255,a benchmark",
    "198.51.100.1,a documentation",
    "203.0.113.9,a documentation",
    "224.0.0.1,a multicast",
    "239.255.255.255,a multicast",
    "240.0.0.1,a reserved",
    "255.255.255.255,a reserved",
    "::,an unspecified",
    "::1,a loopback",
    "::127.0.0.1,a loopback",
    "::8.8.8.8,a reserved",
    "64:ff9b::10.0.0.1,a private",
    "64:ff9b::169.254.169.254,a link-local",
    "64:ff9b:1::1,a reserved",
    "100::1,a reserved",
    "2001::1,a reserved",
    "2001:db8::1,a documentation",
    "2002:7f00:1::,a loopback",
    "2002:c0a8:101::1,a private",
    "3fff::1,a documentation",
    "4000::1,a reserved",
    "fc00::1,a private",
    "fd00:ec2::254,a private",
    "fe80::1,a link-local",
    "febf::1,a link-local",
    "fec0::1,a private",
    "ff02::1,a multicast"
  })
  void whatIsNotPublicIsTold(String address, String kind) {
    assertThat(PublicAddresses.otherwise(InetAddress.ofLiteral(address))).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2600:1f00::1",
        "2a00:1450::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1"
      })
  void whatIsPublicIsLeftAlone(String address) {
    assertThat(PublicAddresses.otherwise(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void anIpv4AddressMappedIntoIpv6IsJudgedAsWhatItIs() throws Exception {
    assertThat(PublicAddresses.otherwise(mapped(127, 0, 0, 1))).contains("a loopback");
    assertThat(PublicAddresses.otherwise(mapped(8, 8, 8, 8))).isEmpty();
  }

  // The JDK's readers turn such an address into an IPv4 one; this does not.
  private static InetAddress mapped(int a, int b, int c, int d) throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    bytes[12] = (byte) a;
    bytes[13] = (byte) b;
    bytes[14] = (byte) c;
    bytes[15] = (byte) d;
    return Inet6Address.getByAddress("", bytes, -1);
  }
}
