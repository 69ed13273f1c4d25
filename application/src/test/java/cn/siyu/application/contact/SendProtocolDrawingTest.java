package cn.siyu.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.domain.contact.BatchState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The drawing in the docs is the code's own table of transitions.
class SendProtocolDrawingTest {
    @Test
    void theDocsDrawTheStatesAsTheCodeHasThem() throws IOException {
        String page = Files.readString(root().resolve("docs/explanation/send-protocol.md"));

        assertThat(page).contains(String.join("\n", drawing()));
    }

    private static List<String> drawing() {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    [*] --> " + BatchState.PLANNED);
        for (BatchState state : BatchState.values()) {
            for (BatchState next : BatchState.values()) {
                if (state.next().contains(next)) {
                    lines.add("    " + state + " --> " + next + ": " + state.because(next));
                }
            }
            if (state.next().isEmpty()) {
                lines.add("    " + state + " --> [*]");
            }
        }
        return lines;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.resolve("..").normalize();
    }

    @Test
    void nothingThatMayHaveLeftIsCalledAgainButByItsOwnLateAnswer() {
        assertThat(BatchState.SENT.next()).doesNotContain(BatchState.PLANNED, BatchState.INTENT);
        assertThat(BatchState.UNKNOWN.next()).doesNotContain(BatchState.INTENT);
        assertThat(BatchState.HELD.next()).doesNotContain(BatchState.INTENT, BatchState.PLANNED);
        for (BatchState state : BatchState.values()) {
            assertThat(state.unsent() && !state.next().isEmpty())
                    .as(state + " is an end")
                    .isFalse();
        }
    }
}
