package io.runfabric.console.ui.wizard;

import javafx.scene.layout.Region;

/// The pages of a wizard on which something is filled in; each is made once.
public interface Forms {

  Region choose(WizardModel<?, ?> model);

  Region options(WizardModel<?, ?> model);
}
