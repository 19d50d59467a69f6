package io.runfabric.console.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Does something every second between start and stop: what keeps ages and leases true on screen.
public final class Ticker {

  private final Timeline timeline;

  public Ticker(Runnable everySecond) {
    timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> everySecond.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  public void start() {
    timeline.playFromStart();
  }

  public void stop() {
    timeline.stop();
  }
}
