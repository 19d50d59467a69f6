package io.runfabric.console.cli.output;

import io.runfabric.console.operation.Progress;

/// Progress that somebody sees; what it showed for the time being goes away when it is closed.
public interface ProgressOutput extends Progress, AutoCloseable {

  @Override
  void close();

  /// Nobody watches.
  ProgressOutput NONE =
      new ProgressOutput() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void close() {}
      };
}
