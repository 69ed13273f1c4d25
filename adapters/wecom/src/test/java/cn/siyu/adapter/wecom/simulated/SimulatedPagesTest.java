package cn.siyu.adapter.wecom.simulated;

import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Lists that are longer than a page of the platform.
class SimulatedPagesTest {
    private static final int EACH = 1250;
    private final SimulatedCorp corp = new SimulatedCorp(3 * EACH);

    @AfterEach
    void close() {
        corp.close();
    }

    private static <T> List<List<T>> pages(Function<@Nullable String, Answer<Slice<T>>> page) {
        var pages = new ArrayList<List<T>>();
        @Nullable String cursor = null;
        do {
            var slice = value(page.apply(cursor));
            pages.add(slice.items());
            cursor = slice.next();
        } while (cursor != null);
        return pages;
    }

    @Test
    void areReadToTheEnd() {
        var contacts = pages(cursor -> corp.connection().contacts().byStaff(corp.staff(), cursor));
        assertThat(contacts).hasSize(13);
        var recipients = contacts.stream()
                .flatMap(List::stream)
                .map(row -> row.profile().contactId())
                .distinct()
                .toList();
        assertThat(recipients).hasSize(EACH);

        var messages = corp.connection().massMessages();
        var batch = new MassMessages.Batch("batch-1", corp.staff(), recipients, OutboundMessage.text("八折券"));
        var taskId = value(messages.create(batch, value(messages.fence()))).taskId();
        var results = pages(cursor -> messages.results(taskId, corp.staff(), cursor));
        assertThat(results).hasSize(2);
        assertThat(results.stream().flatMap(List::stream).map(MassMessages.Result::recipient))
                .containsExactlyInAnyOrderElementsOf(recipients);
    }
}
