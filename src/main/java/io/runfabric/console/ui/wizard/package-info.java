/// Wizards: what is wanted is chosen page by page, planned, shown, agreed to, done while one
/// watches, and told. Each wizard is a [Wizard] and its forms; start reading at [WizardModel],
/// which holds no nodes.
@NullMarked
package io.runfabric.console.ui.wizard;

import org.jspecify.annotations.NullMarked;
