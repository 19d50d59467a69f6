package io.runfabric.console.ui.window;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.runfabric.console.sample.SampleProject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/// Makes and opens a backup with passphrases in a window, and then has the JVM write down its heap,
/// once for each line it is told. No passphrase is ever a String here: whoever looks for one in the
/// heap finds only what the program keeps.
public final class PassphraseProcess {

  private static final int LENGTH = 24;

  /// Whose passphrase it is.
  enum Use {
    WINDOW(1),
    WRONG_IN_WINDOW(2),
    /// What is kept on purpose, so that looking for it finds something.
    KEPT_AS_TEXT(3),
    KEPT_AS_CHARACTERS(4);

    private final long seed;

    Use(long seed) {
      this.seed = seed;
    }
  }

  static String keptText = "";
  static char[] keptCharacters = {};

  private final Path folder;

  private PassphraseProcess(Path folder) {
    this.folder = folder;
  }

  /// The passphrase, the same in every process.
  static char[] passphrase(Use use) {
    char[] letters = new char[LENGTH];
    Random random = new Random(use.seed);
    for (int i = 0; i < LENGTH; i++) {
      letters[i] = (char) ('a' + random.nextInt(26));
    }
    return letters;
  }

  public static void main(String[] arguments) throws Exception {
    keptText = new String(passphrase(Use.KEPT_AS_TEXT));
    keptCharacters = passphrase(Use.KEPT_AS_CHARACTERS);
    PassphraseProcess process = new PassphraseProcess(Path.of(arguments[0]));
    Path project = SampleProject.write(process.folder.resolve("shop"), Clock.systemUTC());
    OpenWindow window = process.inWindow(project);
    System.out.println("done");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String file = in.readLine(); file != null; file = in.readLine()) {
      System.gc();
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
      System.out.println("dumped, open: " + window.read(window::showing));
    }
    System.exit(0);
  }

  private OpenWindow inWindow(Path project) throws Exception {
    OpenWindow window = new OpenWindow(folder.resolve("home"), Clock.systemUTC());
    window.open(project);
    Path backup = folder.resolve("window.json.age");
    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.B);
    window.untilDialogSays("What to back up");
    window.clickButton("Next").untilDialogSays("Encryption");
    window.act(() -> field(window, "file").setText(backup.toString()));
    window.act(() ->
        ((RadioButton) window.robot().lookup("#wizard-protection-passphrase").query()).fire());
    type(window, "passphrase", Use.WINDOW);
    type(window, "repeated", Use.WINDOW);
    window.act(
        () -> ((CheckBox) window.robot().lookup("#wizard-partial").query()).setSelected(true));
    window.clickButton("Next").untilDialogSays("go into one file");
    window.clickButton("Next").untilDialogSays("The same on the terminal");
    window.clickButton("Back up").untilDialogSays("written, read back and found good");
    window.clickButton("Close").untilNoDialog();

    window.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.O);
    window.untilDialogSays("Which backup");
    window.act(() -> field(window, "file").setText(backup.toString()));
    window.untilDialogSays("It is encrypted");
    type(window, "passphrase", Use.WRONG_IN_WINDOW);
    window.clickButton("Open it").untilDialogSays("This cannot be restored");
    window.act(() -> field(window, "passphrase").clear());
    type(window, "passphrase", Use.WINDOW);
    window.clickButton("Open it").untilDialogSays("A good backup");
    window.clickButton("Cancel").untilNoDialog();
    window.until("nothing runs", window.model().tasks()::idle);
    return window;
  }

  // Letter by letter, as a keyboard does.
  private static void type(OpenWindow window, String id, Use use) throws InterruptedException {
    for (char letter : passphrase(use)) {
      window.act(() -> field(window, id).appendText(String.valueOf(letter)));
    }
  }

  private static TextField field(OpenWindow window, String id) {
    return (TextField) window.robot().lookup("#wizard-" + id).query();
  }
}
