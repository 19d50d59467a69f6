/// State in a container of Azure Blob Storage: an ETag is a revision, blob versions are the
/// history. Start reading at [AzblobDocumentStore]; how a project signs in is said on
/// [AccountLogin].
@NullMarked
package io.runfabric.console.backend.azblob;

import org.jspecify.annotations.NullMarked;
