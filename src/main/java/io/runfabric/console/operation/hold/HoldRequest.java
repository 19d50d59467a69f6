package io.runfabric.console.operation.hold;

import io.runfabric.console.backend.LockRequest;
import io.runfabric.console.model.Lock;
import io.runfabric.console.operation.user.UserName;
import java.time.Duration;

/// Which stage is to be held, and why.
///
/// @param reason shown to whoever meets the lock
/// @param lease how long the lock holds without a renewal
/// @param renewed whether somebody stays to renew it
/// @param steal whether locks whose lease has ended are taken over
public record HoldRequest(
    String service, String stage, String reason, Duration lease, boolean renewed, boolean steal) {

  LockRequest lockRequest() {
    return new LockRequest(
        service, stage, "", Lock.MAINTENANCE + reason, lease, UserName.ofThisProcess().toString());
  }
}
