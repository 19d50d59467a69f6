package io.runfabric.console.provider.endpoint;

import java.time.Instant;
import java.util.Optional;

/// What a look at an endpoint found. Texts quote nothing that the other side said.
public sealed interface Probed {

  /// It was not asked, as it is at an address that is not public.
  ///
  /// @param kind such as `a loopback`
  record NotPublic(String kind) implements Probed {}

  /// It could not be told whether it answers.
  ///
  /// @param reason for people: `the name could not be looked up`
  record Unclear(String reason) implements Probed {}

  /// The name does not exist.
  record NoSuchName() implements Probed {}

  /// Nothing that speaks HTTP answered.
  ///
  /// @param reason for people: `the connection is refused`
  record Silent(String address, String reason) implements Probed {}

  /// No TLS connection that can be trusted came about.
  ///
  /// @param reason for people: `its certificate has expired`
  record Untrusted(String address, String reason) implements Probed {}

  /// It answered.
  ///
  /// @param tlsExpires when its certificate does; empty without TLS
  /// @param redirectsTo the host it points to, where it points to another URL
  record Answered(
      String address,
      int status,
      Timings timings,
      Optional<Instant> tlsExpires,
      Optional<String> redirectsTo)
      implements Probed {}
}
