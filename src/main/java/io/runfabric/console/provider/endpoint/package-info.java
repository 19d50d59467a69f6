/// The URLs that deployed functions are reached by, asked whether they answer: name, connection,
/// certificate, HTTP status. They come from the state, which others write: nothing secret is sent,
/// no redirect is followed, and no address but a public one is asked unless that is wanted. Start
/// reading at [EndpointProbe].
@NullMarked
package io.runfabric.console.provider.endpoint;

import org.jspecify.annotations.NullMarked;
