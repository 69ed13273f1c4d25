package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.SidebarPages.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every [SidebarPages] does.
public interface SidebarPagesContract {
    FurtherWorld world();

    @Test
    default void knowsOnceWhoHasOpenedAPage() {
        var world = world();
        var sidebar = world.connection().sidebar().orElseThrow();
        var code = world.staffOpensPage(world.staff());
        assertThat(value(sidebar.visitor(code))).isEqualTo(new Visitor.Staff(world.staff()));
        assertThat(reason(sidebar.visitor(code))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(sidebar.visitor("no-code-of-this-name"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void knowsAContactToo() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var code = world.contactOpensPage(contact);
        assertThat(value(world.connection().sidebar().orElseThrow().visitor(code)))
                .isEqualTo(new Visitor.Contact(contact));
    }

    @Test
    default void handsOutOneTicketUntilItEnds() {
        var world = world();
        var sidebar = world.connection().sidebar().orElseThrow();
        var corp = value(sidebar.corpTicket());
        var app = value(sidebar.appTicket());
        assertThat(corp.value()).isNotEqualTo(app.value());
        assertThat(value(sidebar.corpTicket())).isEqualTo(corp);
        assertThat(corp.toString()).doesNotContain(corp.value());
        world.pass(Duration.ofHours(3));
        var next = value(sidebar.corpTicket());
        assertThat(next.value()).isNotEqualTo(corp.value());
        assertThat(next.endsAt()).isAfter(corp.endsAt());
    }
}
