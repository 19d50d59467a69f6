/// What was done from this machine: one line for every operation that changes something, in the
/// user's state folder.
///
/// An operation runs inside [ActivityLog#record]; faces read with [ActivityLog#newest]. Start
/// reading at [ActivityLog].
@NullMarked
package io.runfabric.console.operation.activity;

import org.jspecify.annotations.NullMarked;
