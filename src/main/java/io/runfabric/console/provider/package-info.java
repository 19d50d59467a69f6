/// The clouds that receipts speak of, asked what is really there. Only reads: no request here
/// changes anything.
///
/// Each provider is one small package that turns a receipt into [Lookup]s, and what its API answers
/// into [Seen]; whether that is as it should be is judged once, above. A failure is a
/// [io.runfabric.console.backend.BackendException], in the words stores use. Start reading at
/// [Cloud]; which provider is which package's is said in
/// [io.runfabric.console.provider.kinds.Clouds].
@NullMarked
package io.runfabric.console.provider;

import org.jspecify.annotations.NullMarked;
