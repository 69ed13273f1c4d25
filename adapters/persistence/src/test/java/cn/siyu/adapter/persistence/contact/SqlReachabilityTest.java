package cn.siyu.adapter.persistence.contact;

import static cn.siyu.application.contact.port.ContactFixtures.ACCOUNT;
import static cn.siyu.application.contact.port.ContactFixtures.BRAND;
import static cn.siyu.application.contact.port.ContactFixtures.NOW;
import static cn.siyu.application.contact.port.ContactFixtures.SENDER;
import static cn.siyu.application.contact.port.ContactFixtures.planned;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.adapter.persistence.TestDatabase;
import cn.siyu.application.contact.port.Reach;
import cn.siyu.application.contact.port.Reachability;
import cn.siyu.application.contact.port.Responses;
import cn.siyu.application.contact.port.SendResult;
import cn.siyu.application.contact.port.SendResults;
import cn.siyu.application.contact.port.Sends;
import cn.siyu.application.contact.port.Wanted;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.contact.ConsentState;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityId;
import cn.siyu.domain.customer.RelationshipId;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlReachabilityTest {
    private static final ChannelAccountId OTHER = new ChannelAccountId(8);

    @Nested
    class OnH2 extends OnDatabase {
        OnH2() {
            super(TestDatabase.H2);
        }
    }

    @Nested
    class OnPostgresql extends OnDatabase {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }
    }

    abstract static class OnDatabase {
        private final ApplicationContext context;
        private final ContactRows rows;

        OnDatabase(TestDatabase database) {
            context = database.emptied();
            rows = new ContactRows(context.getBean(Sql.class));
        }

        @BeforeEach
        void world() {
            rows.brand();
            rows.account();
            rows.account(OTHER, "main", "staff-8");
            rows.customers(1, 3, ACCOUNT);
            rows.relationships(1, 1, OTHER, 500, 70);
        }

        private Reach reach(long customer, @Nullable Long relationship) {
            var wanted = new Wanted(
                    new CustomerId(customer), relationship == null ? null : new RelationshipId(relationship));
            return Objects.requireNonNull(context.getBean(Reachability.class)
                    .of(BRAND, List.of(wanted))
                    .get(wanted));
        }

        private Reach.Link link(long customer, @Nullable Long relationship) {
            return Objects.requireNonNull(reach(customer, relationship).link());
        }

        @Test
        void tellsAllThatMattersOfACustomer() {
            assertThat(reach(2, null))
                    .isEqualTo(new Reach(
                            new CustomerId(2),
                            "客户2",
                            false,
                            ConsentState.NOT_RECORDED,
                            Set.of(),
                            ZoneId.of("Asia/Urumqi"),
                            new Reach.Link(
                                    new RelationshipId(102),
                                    ACCOUNT,
                                    new IdentityId(202),
                                    new CustomerId(2),
                                    "wm2",
                                    SENDER,
                                    true,
                                    true,
                                    null,
                                    60.0,
                                    .9,
                                    new Reach.Names(LocalDate.of(2026, 3, 10), 2, "小王", "一店", "Demo"))));
        }

        @Test
        void choosesTheLiveRelationshipOfTheHighestTrustUnlessOneIsNamed() {
            assertThat(link(1, null).account()).isEqualTo(OTHER);
            assertThat(link(1, 101L).account()).isEqualTo(ACCOUNT);
            rows.end(501, NOW);
            assertThat(link(1, null).account()).isEqualTo(ACCOUNT);
            assertThat(link(1, 501L).live()).isFalse();
            assertThat(reach(2, 101L).link()).as("somebody else's").isNull();
        }

        @Test
        void knowsWhatACustomerWants() {
            rows.optOut(1, "PRIVATE_CHAT");
            rows.consent(1, 2, "MARKETING", true, NOW);
            rows.consent(2, 2, "MARKETING", false, NOW.plusSeconds(1));
            rows.consent(3, 3, "PROFILING", false, NOW);
            rows.change("customer", "blacklisted", true, 3);
            rows.change("customer", "zone", "America/New_York", 3);

            assertThat(reach(1, null).optedOut()).containsExactly("PRIVATE_CHAT");
            assertThat(reach(2, null).consent()).isEqualTo(ConsentState.WITHDRAWN);
            assertThat(reach(3, null).consent()).isEqualTo(ConsentState.NOT_RECORDED);
            assertThat(reach(3, null).blacklisted()).isTrue();
            assertThat(reach(3, null).zone()).isEqualTo(ZoneId.of("America/New_York"));
        }

        @Test
        void anAccountThatIsOutOfUseMayNotSend() {
            rows.change("channel_account", "state", "PAUSED", ACCOUNT.value());
            assertThat(link(2, null).accountActive()).isTrue();
            rows.change("channel_account", "health", "BLOCKED", ACCOUNT.value());
            assertThat(link(2, null).accountActive()).isFalse();
            rows.change("channel_account", "health", "HEALTHY", ACCOUNT.value());
            rows.change("staff", "active", false, 1);
            assertThat(link(2, null).accountActive()).isFalse();
        }

        @Test
        void answersNothingForWhomThereIsNot() {
            var reachability = context.getBean(Reachability.class);
            assertThat(reachability.of(BRAND, List.of(new Wanted(new CustomerId(99), null))))
                    .isEmpty();
            assertThat(reachability.of(BRAND, List.of())).isEmpty();
            assertThat(reachability.lastOrders(BRAND, List.of(new CustomerId(1))))
                    .isEmpty();
        }

        @Test
        void anAnswerOfAnybodyAtTheAccountShowsThatAnswersAreSeen() {
            context.getBean(Sends.class).add(BRAND, List.of(planned(1, 20)));
            var until = NOW.plusSeconds(100);
            context.getBean(SendResults.class).add(BRAND, List.of(SendResult.delivered(planned(1, 20), NOW, until)));
            var responses = context.getBean(Responses.class);
            rows.interaction(1, 2, ACCOUNT, until);
            rows.interaction(2, 2, OTHER, NOW.plusSeconds(50));
            assertThat(responses
                            .windows(BRAND, List.of(new CustomerId(1)), NOW)
                            .getFirst()
                            .observed())
                    .isFalse();

            rows.interaction(3, 2, ACCOUNT, until.minusSeconds(1));

            assertThat(responses
                            .windows(BRAND, List.of(new CustomerId(1)), NOW)
                            .getFirst()
                            .observed())
                    .isTrue();
        }
    }
}
