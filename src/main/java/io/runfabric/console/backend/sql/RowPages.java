package io.runfabric.console.backend.sql;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.Cancellation;
import io.runfabric.console.backend.StoredDocument;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Rows read by a thread of their own and taken over page by page, so that the taker can leave at
/// any moment, also while the database keeps the query waiting.
final class RowPages {

  static final int ROWS = 500;

  private static final long CHECK_MILLISECONDS = 50;
  private static final List<StoredDocument> END = List.of();

  /// Reads all rows; it may be interrupted.
  interface Reading {
    void into(RowPages pages) throws SQLException, BackendException, InterruptedException;
  }

  private final SqlDialect dialect;
  private final BlockingQueue<List<StoredDocument>> full = new ArrayBlockingQueue<>(1);
  private final AtomicReference<Statement> running = new AtomicReference<>();
  private List<StoredDocument> page = new ArrayList<>();

  RowPages(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /// Names the statement that is to be cancelled when nobody wants its rows any more.
  void from(Statement statement) {
    running.set(statement);
  }

  /// Adds a row; waits when the taker is behind.
  void add(StoredDocument row) throws InterruptedException {
    page.add(row);
    if (page.size() == ROWS) {
      full.put(page);
      page = new ArrayList<>();
    }
  }

  /// Hands over every row, on this thread.
  ///
  /// @throws ExecutionException when the reading fails
  /// @throws CancellationException once cancelled, or when this thread is interrupted
  void take(Reading reading, Consumer<StoredDocument> sink, Cancellation cancellation)
      throws ExecutionException {
    FutureTask<Boolean> task = new FutureTask<>(() -> read(reading));
    Thread reader = Thread.startVirtualThread(task);
    try {
      List<StoredDocument> rows = next(task, cancellation);
      while (!rows.equals(END)) {
        for (StoredDocument row : rows) {
          cancellation.check();
          sink.accept(row);
        }
        rows = next(task, cancellation);
      }
    } finally {
      if (!task.isDone()) {
        Thread.startVirtualThread(() -> stop(reader));
      }
    }
  }

  private boolean read(Reading reading) throws Exception {
    reading.into(this);
    if (!page.isEmpty()) {
      full.put(page);
    }
    return true;
  }

  private List<StoredDocument> next(FutureTask<Boolean> task, Cancellation cancellation)
      throws ExecutionException {
    try {
      while (true) {
        cancellation.check();
        boolean done = task.isDone();
        List<StoredDocument> rows = full.poll(done ? 0 : CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (rows != null) {
          return rows;
        }
        if (done) {
          task.get();
          return END;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  // The interrupt comes second: it breaks the connection, over which a server would not hear of it.
  private void stop(Thread reader) {
    Statement statement = running.get();
    if (statement != null) {
      dialect.cancel(statement);
    }
    reader.interrupt();
  }
}
