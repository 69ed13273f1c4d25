package cn.siyu.application.contact;

import static cn.siyu.application.contact.ContactWorld.BRAND;
import static cn.siyu.application.contact.ContactWorld.PICTURE;
import static cn.siyu.application.contact.ContactWorld.POSTER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.domain.contact.BatchState;
import cn.siyu.domain.contact.SendState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages that carry files: uploaded before the intent, once for all, and never sent without.
class SendFilesTest {
    private final ContactWorld world = new ContactWorld();

    private Reach planned() {
        var customer = world.newCustomer();
        world.plan(world.of(customer, PICTURE));
        return customer;
    }

    private String reason() {
        return String.valueOf(world.batches.all(BRAND).getFirst().reason());
    }

    @Test
    void goOutWithTheIdsOfTheirUploads() {
        var customer = planned();

        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.SENT);
        assertThat(world.farSide.batches())
                .singleElement()
                .extracting(batch -> batch.message().attachments())
                .isEqualTo(List.of(new Attachment.Image("media-image" + 3)));
    }

    @Test
    void shareOneUploadUntilItEnds() {
        for (int day = 0; day < 5; day++) {
            planned();
            world.dispatchAll();
            world.advance(Duration.ofDays(1));
        }

        assertThat(world.farSide.batches()).hasSize(5);
        assertThat(world.farSide.uploads()).as("three days of life").isEqualTo(2);
        assertThat(world.web.fetched()).containsExactly(POSTER, POSTER);
    }

    @Test
    void areUploadedAgainIfTheyEndedBeforeTheSend() {
        planned();
        world.dispatchAll();
        world.advance(Duration.ofDays(3).minus(Duration.ofMinutes(59)));
        var customer = planned();

        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.SENT);
        assertThat(world.farSide.uploads()).isEqualTo(2);
    }

    @Test
    void waitForAFileThatCannotBeHadNowAndAskForItOnce() {
        world.policies = world.policies.perCall(1);
        world.web.breaks(POSTER, NotDoneReason.UNREACHABLE);
        var customers = world.newCustomers(3);
        world.plan(
                customers.stream().map(customer -> world.of(customer, PICTURE)).toList());

        world.dispatchAll();

        assertThat(world.web.fetched()).hasSize(1);
        assertThat(reason()).isEqualTo("MEDIA_UNREACHABLE");
        assertThat(customers)
                .allSatisfy(customer -> assertThat(world.states(customer)).containsExactly(SendState.PLANNED));
        assertThat(world.dispatch().nextDueAt(BRAND)).contains(world.now().plusSeconds(2));

        world.web.put(POSTER, new byte[100]);
        world.advance(Duration.ofSeconds(2));
        world.dispatchAll();

        assertThat(customers)
                .allSatisfy(customer -> assertThat(world.states(customer)).containsExactly(SendState.SENT));
    }

    @Test
    void waitLongerEachTimeAndExpireAtTheirDeadline() {
        world.web.breaks(POSTER, NotDoneReason.UNANSWERED);
        var customer = planned();
        world.dispatchAll();
        world.advance(Duration.ofSeconds(2));
        world.dispatchAll();
        assertThat(world.dispatch().nextDueAt(BRAND)).contains(world.now().plusSeconds(4));

        world.advance(Duration.ofDays(3));
        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.EXPIRED);
        assertThat(world.tasksFor(customer)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND,MEDIA_NOT_FOUND", "FORBIDDEN,MEDIA_NOT_ALLOWED", "INVALID,MEDIA_UNFIT"})
    void failWithTheReasonIfTheFileCanNeverBeHad(NotDoneReason problem, String reason) {
        world.web.breaks(POSTER, problem);
        var customer = planned();

        world.dispatchAll();

        assertThat(world.states(customer)).containsExactly(SendState.FAILED);
        assertThat(reason()).isEqualTo(reason);
        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(BatchState.FAILED);
        assertThat(world.plan(world.marketing(customer)).getFirst())
                .as("what it reserved is given back")
                .isInstanceOf(SendOutcome.Planned.class);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED,PLANNED,MEDIA_DELAYED",
        "UNANSWERED,PLANNED,MEDIA_DELAYED",
        "CREDENTIAL,PLANNED,MEDIA_DELAYED",
        "FORBIDDEN,FAILED,MEDIA_NOT_TAKEN",
        "INVALID,FAILED,MEDIA_UNFIT"
    })
    void tellApartWhatTheChannelWillNotTake(NotDoneReason refusal, BatchState state, String reason) {
        world.farSide.refuseUpload(refusal);
        planned();

        world.dispatchAll();

        assertThat(world.batches.all(BRAND).getFirst().state()).isEqualTo(state);
        assertThat(reason()).isEqualTo(reason);
        assertThat(world.farSide.batches()).isEmpty();
    }

    @Test
    void holdNothingBackThatCarriesNone() {
        world.web.breaks(POSTER, NotDoneReason.UNREACHABLE);
        var waiting = planned();
        var other = world.newCustomer();
        world.plan(world.personal(other));

        world.dispatchAll();

        assertThat(world.states(waiting)).containsExactly(SendState.PLANNED);
        assertThat(world.states(other)).containsExactly(SendState.SENT);
    }

    @Test
    void leaveOnceWhereverTheProcessDies() {
        int point = 1;
        while (!diesAt(point)) {
            point++;
        }
        assertThat(point).isGreaterThan(12);
    }

    /// @return whether it ran through without reaching the point
    private static boolean diesAt(int point) {
        var world = new ContactWorld();
        var customer = world.newCustomer();
        world.plan(world.of(customer, PICTURE));
        var points = KillPoints.at(point);
        world.dieAt(points);
        try {
            world.dispatchAll();
        } catch (KillPoints.Killed _) {
            world.restart();
            world.dispatchAll();
        }
        assertThat(world.farSide.batches())
                .hasSizeLessThanOrEqualTo(1)
                .extracting(MassMessages.Batch::message)
                .allSatisfy(message -> assertThat(message.attachments()).hasSize(1));
        assertThat(world.states(customer)).hasSize(1).allMatch(state -> switch (state) {
            case SENT -> world.farSide.batches().size() == 1;
            case UNKNOWN -> true;
            default -> false;
        });
        return points.survived();
    }
}
