package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [AcquisitionLinks] does.
public interface AcquisitionLinksContract {
    FurtherWorld world();

    private static AcquisitionLinks.Request request(String name, String staff) {
        return new AcquisitionLinks.Request(name, Set.of(staff), Set.of(), true);
    }

    @Test
    default void isMadeChangedAndDeleted() {
        var world = world();
        var links = world.connection().acquisitionLinks().orElseThrow();
        var link = value(links.create(request("春", world.staff())));
        assertThat(link.url()).startsWith("http");
        assertThat(value(links.fetch(link.linkId()))).isEqualTo(link);

        value(links.update(link.linkId(), request("夏", world.otherStaff())));

        assertThat(value(links.fetch(link.linkId())).name()).isEqualTo("夏");
        assertThat(value(links.fetch(link.linkId())).url()).isEqualTo(link.url());
        value(links.delete(link.linkId()));
        assertThat(Pages.all(links::list)).isEmpty();
        assertThat(links.fetch(link.linkId())).isInstanceOf(Answer.NotDone.class);
        assertThat(links.delete(link.linkId())).isInstanceOf(Answer.NotDone.class);
    }

    @Test
    default void listsAllLinks() {
        var world = world();
        var links = world.connection().acquisitionLinks().orElseThrow();
        var made = IntStream.range(0, 5)
                .mapToObj(number -> value(links.create(request("l" + number, world.staff())))
                        .linkId())
                .toList();
        assertThat(Pages.all(links::list)).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    default void tellsWhoCameAndCountsThem() {
        var world = world();
        var links = world.connection().acquisitionLinks().orElseThrow();
        long had = value(links.quota()).left();
        world.grantLinkUses(5);
        var link = value(links.create(request("春", world.staff())));
        var before = value(links.quota());
        assertThat(before.left()).isEqualTo(had + 5);

        var met = world.customerComesBy(link, "poster-1");

        assertThat(Pages.all(cursor -> links.arrivals(link.linkId(), cursor)))
                .singleElement()
                .satisfies(arrival -> {
                    assertThat(arrival.contactId()).isEqualTo(met.contactId());
                    assertThat(arrival.staff()).isEqualTo(world.staff());
                    assertThat(arrival.channel()).isEqualTo("poster-1");
                });
        assertThat(value(links.quota())).isEqualTo(new AcquisitionLinks.Quota(before.used() + 1, before.left() - 1));
        var today = world.today();
        assertThat(value(links.clicks(link.linkId(), today, today)).newCustomers())
                .isOne();
    }
}
