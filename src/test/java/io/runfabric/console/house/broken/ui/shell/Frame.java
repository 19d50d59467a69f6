package io.runfabric.console.house.broken.ui.shell;

import io.runfabric.console.house.broken.ui.page.Page;

record Frame(Page page) {}
