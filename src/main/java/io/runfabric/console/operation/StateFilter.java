package io.runfabric.console.operation;

import io.runfabric.console.model.Entry;
import io.runfabric.console.model.Journal;
import io.runfabric.console.model.Lock;
import java.util.Optional;

/// Which state to look at. What an unreadable document does not tell matches everything: it may be
/// the very thing that is looked for.
///
/// @param allServices also entries of services other than the project's
public record StateFilter(
    Optional<String> service,
    Optional<String> stage,
    Optional<String> provider,
    boolean allServices) {

  /// Everything of the project's own service.
  public static final StateFilter PROJECT =
      new StateFilter(Optional.empty(), Optional.empty(), Optional.empty(), false);

  boolean matchesAddress(Entry entry) {
    return matches(stage, entry.stage()) && matches(provider, entry.provider());
  }

  /// Whether the entry is of the service looked at: the one named, else the project's. A receipt in
  /// the project's own folder is the project's, whatever service it names.
  boolean matchesService(Entry entry, String projectService) {
    if (service.isPresent()) {
      return matches(service, entry.service());
    }
    boolean inOwnFolder =
        entry.kind() == io.runfabric.console.model.EntryKind.RECEIPT
            && entry.workspace().isEmpty()
            && entry.ref().source().equals("local");
    return allServices || inOwnFolder || matches(Optional.of(projectService), entry.service());
  }

  /// Whether everything of a project's stage is looked at, so that what is not found is not there.
  public boolean wholly(String of, String projectService) {
    return provider.isEmpty()
        && matches(stage, of)
        && service.orElse(projectService).equals(projectService);
  }

  boolean matches(Lock lock) {
    return matches(service, lock.service())
        && matches(stage, lock.stage())
        && matches(provider, lock.provider());
  }

  boolean matches(Journal journal) {
    return matches(service, journal.service()) && matches(stage, journal.stage());
  }

  private static boolean matches(Optional<String> wanted, String found) {
    return wanted.isEmpty() || found.isEmpty() || wanted.get().equals(found);
  }
}
