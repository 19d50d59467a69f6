package io.runfabric.console.ui.write;

import io.runfabric.console.model.Stages;
import java.util.Collection;
import java.util.Optional;

/// A stage whose name has to be typed before anything is changed.
///
/// @param why a sentence, with the stage between back-ticks
public record Guard(String stage, String why) {

  /// The guard of the first of several stages that has one.
  public static Optional<Guard> ofAny(Collection<String> stages) {
    return stages.stream().flatMap(stage -> of(stage).stream()).findFirst();
  }

  /// The guard of a stage as such: there is one for production.
  public static Optional<Guard> of(String stage) {
    return Optional.of(stage)
        .filter(Stages::production)
        .map(name -> new Guard(name, "`" + name + "` is a production stage."));
  }
}
