package cn.siyu.application.intake;

import static cn.siyu.application.task.HandWorld.BRAND;
import static cn.siyu.application.task.HandWorld.NOW;
import static cn.siyu.application.task.HandWorld.OTHER;
import static cn.siyu.application.task.HandWorld.PHONE;
import static cn.siyu.application.task.HandWorld.operator;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.AccountStandings.Incident;
import cn.siyu.application.customer.AddFriendByHand;
import cn.siyu.application.customer.AddRelationship;
import cn.siyu.application.customer.port.InMemoryLifecycles;
import cn.siyu.application.insight.InsightPorts;
import cn.siyu.application.insight.TestPlatformPolicy;
import cn.siyu.application.insight.port.InMemoryAttributions;
import cn.siyu.application.insight.port.InMemoryInteractions;
import cn.siyu.application.insight.port.InMemoryOrders;
import cn.siyu.application.insight.port.InMemoryWhereabouts;
import cn.siyu.application.intake.ReportOnTask.Outcome;
import cn.siyu.application.task.HandWorld;
import cn.siyu.application.trust.TrustPorts;
import cn.siyu.application.trust.port.InMemoryEvidenceLog;
import cn.siyu.application.trust.port.InMemoryTrustLedger;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.customer.CustomerId;
import cn.siyu.domain.customer.IdentityKey;
import cn.siyu.domain.customer.IdentitySource;
import cn.siyu.domain.customer.IdentityType;
import cn.siyu.domain.customer.Relationship;
import cn.siyu.domain.customer.identity.IdentityEdge;
import cn.siyu.domain.customer.lifecycle.LifecycleFacts;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.task.Observation;
import cn.siyu.domain.task.Task;
import cn.siyu.domain.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportOnTaskTest {
    private static final IdentityKey XIAOMING =
            new IdentityKey(IdentityType.PERSONAL_CONTACT, "account-50", "xiaoming88");

    private final HandWorld hands = new HandWorld();
    private final InMemoryInteractions interactions = new InMemoryInteractions(hands.world.store);
    private final List<String> reactions = new ArrayList<>();
    private final ReportOnTask report = new ReportOnTask(
            hands.tasks,
            hands.accounts,
            hands.world.identities,
            hands.world.relationships,
            new AddFriendByHand(hands.world.resolve, hands.world.book),
            hands.world.end,
            insight().recordInteractions,
            hands.care,
            new Reactions() {
                @Override
                public void began(BrandId brand, Relationship one, @Nullable String welcomeCode, Instant at) {
                    reactions.add("began");
                }

                @Override
                public void ended(BrandId brand, Relationship one, CustomerId customer, boolean lost, Instant at) {
                    reactions.add(lost ? "lost" : "ended");
                }
            },
            hands.sights,
            hands.world.store,
            hands.world.clock);
    private CustomerId onWeCom = new CustomerId(0);

    private InsightPorts insight() {
        var world = hands.world;
        var trust = new TrustPorts(
                world.store,
                world.brands,
                world.ids,
                world.customers,
                world.relationships,
                new InMemoryEvidenceLog(world.store),
                new InMemoryTrustLedger(world.store, world.relationships, _ -> "WECOM"),
                OTHER);
        var whereabouts = new InMemoryWhereabouts();
        whereabouts.account(HandWorld.publicId(PHONE), PHONE, HandWorld.publicId(OTHER));
        return new InsightPorts(
                trust,
                world.identities,
                world.graph,
                world.graph,
                world.wishes,
                new InMemoryLifecycles(world.store, (_, _) -> LifecycleFacts.none()),
                interactions,
                new InMemoryOrders(world.store),
                new InMemoryAttributions(world.store),
                whereabouts,
                TestPlatformPolicy.POLICY);
    }

    @BeforeEach
    void somebodyIsAContactOnWeCom() {
        onWeCom = addedOn(OTHER, "wm1");
    }

    private CustomerId addedOn(ChannelAccountId account, String contact) {
        var key = new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", contact);
        var person = new AddRelationship.Person("小明", Customer.Gender.MALE, null);
        hands.world.add.handle(new AddRelationship.Command(BRAND, account, key, person, 1, null, NOW));
        return who(key);
    }

    private CustomerId who(IdentityKey key) {
        return hands.world.resolve.find(BRAND, List.of(key)).orElseThrow();
    }

    private Task task(String kind, @Nullable CustomerId customer) {
        long number = hands.world.ids.next();
        var task = new Task(
                new TaskId(number),
                PublicId.of(NOW, number, number),
                kind,
                customer,
                null,
                null,
                HandWorld.HOLDER,
                "加好友",
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                new Task.Work(PHONE, 0, null, null),
                new Task.State.Open(),
                null,
                1,
                NOW,
                NOW);
        hands.tasks.add(BRAND, List.of(task));
        return task;
    }

    private Outcome saw(Task task, @Nullable CustomerId sameAs, Observation... all) {
        return report.handle(
                new ReportOnTask.Command(operator(), task.publicId(), Set.of(all), XIAOMING.value(), null, sameAs));
    }

    private List<Relationship> with(CustomerId person) {
        var births = hands.world.graph.births(BRAND, List.of(person)).getOrDefault(person, List.of());
        return hands.world.relationships.of(BRAND, births);
    }

    @Test
    void makesAnAcceptedAddARelationshipWithTheCustomerOfTheTask() {
        var task = task("ADD", onWeCom);

        assertThat(saw(task, null, Observation.ACCEPTED)).isEqualTo(new Outcome.Taken());
        assertThat(saw(task, null, Observation.ACCEPTED)).isEqualTo(new Outcome.Taken());

        assertThat(who(XIAOMING)).isEqualTo(who(new IdentityKey(IdentityType.EXTERNAL_USERID, "corp", "wm1")));
        assertThat(with(who(XIAOMING))).extracting(Relationship::account).containsExactlyInAnyOrder(OTHER, PHONE);
        assertThat(reactions).containsExactly("began");
    }

    @Test
    void makesADoubleAddTwoRelationshipsOfOneCustomer() {
        var task = task("DOUBLE_ADD", null);

        assertThat(saw(task, onWeCom, Observation.ACCEPTED)).isEqualTo(new Outcome.Taken());

        assertThat(who(XIAOMING)).isEqualTo(onWeCom);
        assertThat(with(onWeCom)).extracting(Relationship::account).containsExactlyInAnyOrder(OTHER, PHONE);
        var friend = hands.world
                .identities
                .find(BRAND, List.of(XIAOMING))
                .values()
                .iterator()
                .next();
        assertThat(hands.world.graph.around(BRAND, List.of(friend.id())).edges())
                .extracting(IdentityEdge::source)
                .containsOnly(IdentitySource.STAFF);
    }

    @Test
    void linksADoubleAddLaterWhenTheOtherAppShowsIt() {
        var task = task("DOUBLE_ADD", null);
        saw(task, null, Observation.ACCEPTED);
        assertThat(who(XIAOMING)).isNotEqualTo(onWeCom);

        saw(task, onWeCom, Observation.ACCEPTED);

        assertThat(who(XIAOMING)).isEqualTo(onWeCom);
        assertThat(reactions).containsExactly("began");
    }

    @Test
    void linksNobodyWhoIsOnNoOtherAccountOfTheSamePerson() {
        var elsewhere = addedOn(new ChannelAccountId(77), "wm2");

        assertThat(saw(task("DOUBLE_ADD", null), elsewhere, Observation.ACCEPTED))
                .isEqualTo(new Outcome.NotThere());
        assertThat(hands.world.identities.find(BRAND, List.of(XIAOMING))).isEmpty();
    }

    @Test
    void linksNobodyByAnotherKindOfTaskOrWithoutAcceptance() {
        assertThat(saw(task("ADD", onWeCom), onWeCom, Observation.ACCEPTED)).isEqualTo(new Outcome.NotTwice());
        assertThat(saw(task("DOUBLE_ADD", null), onWeCom, Observation.NO_ANSWER))
                .isEqualTo(new Outcome.NotTwice());
    }

    @Test
    void takesAnAnswerForAnInteractionOnce() {
        var task = task("SEND", onWeCom);

        saw(task, null, Observation.REPLIED, Observation.LIKED);
        saw(task, null, Observation.REPLIED);

        assertThat(interactions.all(BRAND))
                .extracting(one -> one.kind().code())
                .containsExactlyInAnyOrder("REPLY", "LIKE");
    }

    @Test
    void endsTheRelationshipThatTheCustomerDeleted() {
        saw(task("ADD", onWeCom), null, Observation.ACCEPTED);

        saw(task("SEND", onWeCom), null, Observation.DELETED);

        assertThat(with(who(XIAOMING)).stream().filter(Relationship::live))
                .extracting(Relationship::account)
                .containsExactly(OTHER);
        assertThat(reactions).containsExactly("began", "ended");
    }

    @Test
    void keepsTheAccountsMomentsFromWhoWantsNoMoreOfThem() {
        var add = task("ADD", onWeCom);
        saw(add, null, Observation.ACCEPTED);
        var like = task("LIKE", who(XIAOMING));

        assertThat(saw(like, null, Observation.NOT_INTERESTED)).isEqualTo(new Outcome.Taken());
        assertThat(saw(like, null, Observation.NOT_INTERESTED)).isEqualTo(new Outcome.Taken());

        var onPhone = with(who(XIAOMING)).stream()
                .filter(one -> one.account().equals(PHONE))
                .map(Relationship::id)
                .toList();
        assertThat(hands.world.relationships.silences(BRAND, onPhone).values())
                .singleElement()
                .satisfies(silence -> assertThat(silence.times()).isEqualTo(1));
    }

    @Test
    void notesWhatThePlatformDidToTheAccount() {
        var task = task("MOMENT", null);
        saw(task, null, Observation.WARNING);
        hands.world.brands.moveClock(BRAND, NOW.plus(Duration.ofHours(1)));
        saw(task, null, Observation.WARNING);

        assertThat(hands.standings.incidents(BRAND, PHONE, 10))
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.WARNING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Observation.class,
            names = {"ACCEPTED", "REPLIED", "LIKED", "COMMENTED", "NOT_INTERESTED", "DELETED"})
    void refusesWhatCannotHaveBeenSeenWithoutACustomer(Observation observation) {
        assertThat(saw(task("MOMENT", null), null, observation)).isEqualTo(new Outcome.Senseless(observation));
    }

    @Test
    void refusesWhatHasNotComeYetAndWhatIsUnknown() {
        var task = task("ADD", onWeCom);
        var tomorrow = new ReportOnTask.Command(
                operator(), task.publicId(), Set.of(Observation.ACCEPTED), null, NOW.plusSeconds(1));
        var unknown = new ReportOnTask.Command(
                operator(), PublicId.of(NOW, 999, 999), Set.of(Observation.ACCEPTED), null, null);

        assertThat(report.handle(tomorrow)).isEqualTo(new Outcome.InTheFuture(NOW));
        assertThat(report.handle(unknown)).isEqualTo(new Outcome.Unknown());
    }
}
