package io.runfabric.console.backend.checkup;

/// Looks at one place that keeps state. Nothing is left behind there; without [Sitting#mayWrite()]
/// nothing is written in the first place.
public interface Checkup {

  /// What is looked at, for people, such as `receipts in s3://state/prod`.
  String place();

  /// Looks, and tells each finding as soon as it is known. Failures are findings too.
  ///
  /// @throws java.util.concurrent.CancellationException once cancelled
  void run(Sitting sitting);
}
