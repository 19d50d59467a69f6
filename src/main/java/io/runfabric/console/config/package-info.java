/// `runfabric.yml` to a resolved project: interpolation, `.env`, stage overrides, defaults and
/// environment fall-backs of both generations, every problem with its place and its mend.
///
/// Comes in: the model room, SnakeYAML. Start reading at [ProjectLoader].
@NullMarked
package io.runfabric.console.config;

import org.jspecify.annotations.NullMarked;
