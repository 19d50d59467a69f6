package io.runfabric.console.provider.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MegabytesTest {

  @Test
  void bothKindsOfUnitsCountAlike() {
    assertThat(Megabytes.of("256M")).contains(256L);
    assertThat(Megabytes.of("512Mi")).contains(512L);
    assertThat(Megabytes.of("1Gi")).contains(1024L);
    assertThat(Megabytes.of("1G")).contains(1024L);
    assertThat(Megabytes.of("524288Ki")).contains(512L);
    assertThat(Megabytes.of("134217728")).contains(128L);
  }

  @Test
  void whatIsNoSizeOfMemoryIsNone() {
    for (String text : new String[] {"", "lots", "0", "128974848000m", "1.5Gi", "12"}) {
      assertThat(Megabytes.of(text)).as(text).isEmpty();
    }
  }
}
