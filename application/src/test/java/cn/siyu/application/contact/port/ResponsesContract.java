package cn.siyu.application.contact.port;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.contact.port.Responses.Given;
import cn.siyu.application.contact.port.Responses.Status;
import cn.siyu.application.contact.port.Responses.Window;
import cn.siyu.domain.contact.SendBatchId;
import cn.siyu.domain.customer.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Responses] with its [SendResults] does.
public interface ResponsesContract {
    CustomerId ANNA = new CustomerId(1);
    CustomerId BEN = new CustomerId(2);
    Instant UNTIL = NOW.plus(Duration.ofDays(3));

    Responses responses();

    SendResults results();

    Sends sends();

    private Responses withDeliveries() {
        sends().add(BRAND, List.of(planned(1, 20), planned(2, 20), planned(3, 20)));
        results()
                .add(
                        BRAND,
                        List.of(
                                SendResult.delivered(planned(1, 20), NOW, UNTIL),
                                SendResult.delivered(planned(2, 20), NOW.plusSeconds(1), UNTIL.plusSeconds(1)),
                                SendResult.failed(planned(3, 20), "OVER_CAP", NOW)));
        return responses();
    }

    @Test
    default void knowsWhichMembersHaveNoResult() {
        withDeliveries();
        sends().add(BRAND, List.of(planned(4, 20), planned(5, 21)));

        assertThat(results().missing(BRAND, new SendBatchId(20))).containsExactly(planned(4, 20));
    }

    @Test
    default void opensAWindowForWhatWasDelivered() {
        var responses = withDeliveries();

        assertThat(responses.nextDueAt(BRAND)).contains(UNTIL);
        assertThat(responses.dueCustomers(BRAND, UNTIL, 10)).containsExactly(ANNA);
        assertThat(responses.dueCustomers(BRAND, UNTIL.plusSeconds(1), 10)).containsExactly(ANNA, BEN);
        assertThat(responses.dueCustomers(BRAND, UNTIL.plusSeconds(1), 1)).containsExactly(ANNA);
        assertThat(responses.contacted(BRAND, List.of(ANNA, BEN, new CustomerId(3))))
                .containsExactlyInAnyOrder(ANNA, BEN);
        assertThat(responses.windows(BRAND, List.of(ANNA, BEN), NOW.plusSeconds(1)))
                .extracting(Window::customer)
                .containsExactly(BEN);
    }

    @Test
    default void keepsHowAWindowEnded() {
        var responses = withDeliveries();
        var open = responses.windows(BRAND, List.of(ANNA), NOW).getFirst();
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.observed()).isFalse();

        var ended = open.standing(Status.ANSWERED, UNTIL, NOW.plusSeconds(5), null);
        responses.write(BRAND, List.of(ended));

        assertThat(responses.windows(BRAND, List.of(ANNA), NOW)).containsExactly(ended);
        assertThat(responses.dueCustomers(BRAND, UNTIL.plusSeconds(9), 10)).containsExactly(BEN);
    }

    @Test
    default void seesWhetherAnAnswerWouldHaveBeenSeen() {
        var responses = withDeliveries();
        responses.sourceLive(BRAND, ACCOUNT, NOW, UNTIL);

        assertThat(responses.windows(BRAND, List.of(ANNA, BEN), NOW))
                .extracting(Window::observed)
                .containsExactly(true, false);
        responses.sourceLive(BRAND, null, NOW.minusSeconds(1), null);
        var windows = responses.windows(BRAND, List.of(ANNA, BEN), NOW);
        assertThat(windows).extracting(Window::observed).containsExactly(true, true);

        var ignored = windows.getFirst().standing(Status.IGNORED, UNTIL, null, 2);
        responses.write(BRAND, List.of(ignored));
        assertThat(responses.windows(BRAND, List.of(ANNA), NOW)).containsExactly(ignored);
    }

    @Test
    default void keepsAnswersOnce() {
        var responses = responses();
        var given = new Given(ANNA, "REPLIED", NOW.plusSeconds(2));
        responses.addAnswers(BRAND, List.of(given, new Given(ANNA, "CLICKED", NOW), new Given(BEN, "CLICKED", NOW)));
        responses.addAnswers(BRAND, List.of(given));

        assertThat(responses.answers(BRAND, List.of(ANNA, BEN), NOW))
                .isEqualTo(Map.of(ANNA, List.of(NOW, NOW.plusSeconds(2)), BEN, List.of(NOW)));
        assertThat(responses.answers(BRAND, List.of(ANNA), NOW.plusSeconds(3))).isEmpty();
    }
}
