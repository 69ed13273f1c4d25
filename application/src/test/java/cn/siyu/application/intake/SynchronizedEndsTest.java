package cn.siyu.application.intake;

import static cn.siyu.application.customer.CustomerWorld.BRAND;
import static cn.siyu.application.customer.CustomerWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.intake.Synchronization.Kind;
import cn.siyu.domain.customer.Relationship;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whom the channel lists no longer, and who only seems to be gone.
class SynchronizedEndsTest extends SynchronizedCorp {
    @Test
    void endsWhoTheChannelNoLongerLists() {
        var gone = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        farSide.staffDeletes("ada", gone.contactId());

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(progress(again).count().ended()).isEqualTo(1);
        assertThat(reacted).containsExactly("ended UNKNOWN lost=true");
    }

    @Test
    void endsNobodyWhomAPageHasJustDelivered() {
        var one = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        farSide.hideFromIds(one.contactId());

        var again = begin(Kind.RECONCILIATION);
        work();

        assertThat(part(again, 500).state()).isEqualTo(SynchronizationPart.State.FAILED);
        assertThat(part(again, 500).problem()).contains("nothing was ended");
        assertThat(progress(again).count().ended()).isZero();
        assertThat(reacted).isEmpty();
    }

    @Test
    void goesOnWithARelationshipThatWasEndedWrongly() {
        var gone = met("ada");
        met("ada");
        begin(Kind.INITIAL);
        work();
        later();
        var kept = farSide.takesAway("ada", gone.contactId());
        begin(Kind.RECONCILIATION);
        work();
        later();
        farSide.givesBack(gone.contactId(), kept);

        var again = begin(Kind.INITIAL);
        work();

        assertThat(progress(again).count()).isEqualTo(new SynchronizationPart.Count(2, 0, 1, 0));
        var customers = world.customers.all(BRAND).stream().map(one -> one.id()).toList();
        assertThat(world.relationships.of(BRAND, customers)).hasSize(2).allMatch(Relationship::live);
    }

    @Test
    void doesNotBelieveABeginningInTheFuture() {
        now = now.plus(Duration.ofHours(25));
        met("ada");
        now = NOW;
        var begun = begin(Kind.INITIAL);
        run.runDue(BRAND, now, 100);

        assertThat(part(begun, 500).problem()).contains("future");
        assertThat(world.customers.all(BRAND)).isEmpty();
        later();
        work();
        assertThat(world.customers.all(BRAND))
                .as("an hour later it is within a day")
                .hasSize(1);
    }

    @Test
    void endsNobodyWhoIsYoungerThanTheList() {
        var gone = met("ada");
        begin(Kind.INITIAL);
        work();
        farSide.staffDeletes("ada", gone.contactId());

        var again = begin(Kind.RECONCILIATION); // at the very moment at which the customer was written down
        work();

        assertThat(progress(again).count().ended()).isZero();
    }
}
