package cn.siyu.application.sop;

import static cn.siyu.application.sop.SopWorld.BRAND;
import static cn.siyu.application.sop.SopWorld.MATERIAL;
import static cn.siyu.application.sop.SopWorld.MORNING;
import static cn.siyu.application.sop.port.SopFixtures.aSend;
import static cn.siyu.application.sop.port.SopFixtures.definition;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.port.DepartmentsContract;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.Personas;
import cn.siyu.application.channel.port.PersonasContract;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.sop.ChangeAtStore.Change;
import cn.siyu.application.sop.port.SopFixtures;
import cn.siyu.application.sop.port.StoreVariants.Used;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.content.TemplateReader;
import cn.siyu.domain.customer.Customer;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Enrolment.ExitReason;
import cn.siyu.domain.sop.Enrolment.Progress;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopNaming.Kind;
import cn.siyu.domain.sop.Step;
import cn.siyu.domain.sop.Trigger;
import cn.siyu.domain.sop.template.TemplateBounds.StepBounds;
import cn.siyu.domain.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Head office with two regions; the store belongs to the first, and holds the only account.
class StoreStepsTest {
    private static final Step CALL = new Step.Task(
            "CALL", "总部回访", TemplateReader.read("您好", "").template(), Duration.ofHours(4), Duration.ofDays(2));
    private static final Step DAY = new Step.WaitFor(Duration.ofDays(1));
    private static final IdForm FORM = new IdForm() {
        @Override
        public Optional<PublicId> read(Kind kind, String text) {
            return Optional.of(new PublicId(UUID.fromString(text)));
        }

        @Override
        public String write(Kind kind, PublicId id) {
            return id.value().toString();
        }
    };

    private final SopWorld world = new SopWorld();
    private final Department brand = DepartmentsContract.aDepartment(1, null, null);
    private final Department north = DepartmentsContract.aDepartment(2, brand, "north");
    private final Department south = DepartmentsContract.aDepartment(4, brand, "south");
    private final Department store = DepartmentsContract.aDepartment(3, north, "store");

    @BeforeEach
    void thereAreRegions() {
        List.of(brand, north, south, store).forEach(each -> world.departments.add(BRAND, each));
        world.storeOf.put(SopWorld.ACCOUNT, store.id());
        world.book.put(BRAND, Kind.MATERIAL, MATERIAL, SopFixtures.publicId(77));
    }

    private Sop template(Step... steps) {
        var sop = world.sop(definition(new Trigger.Manual(), null, steps));
        var all = new StepBounds(true, true, Duration.ofHours(2));
        var command = new SetTemplateBounds.Command(
                SopWorld.caller(new DataScope.WholeBrand()),
                sop.publicId(),
                1,
                0,
                true,
                Map.of(0, all, 1, all, 2, all));
        assertThat(new SetTemplateBounds(world.sops, world.versions, world.variants, world.store).handle(command))
                .isInstanceOf(SetTemplateBounds.Outcome.Set.class);
        return sop;
    }

    private ChangeAtStore.Outcome change(
            DataScope sees, Sop sop, Department at, int expected, @Nullable Boolean out, Change... changes) {
        var use = new ChangeAtStore(
                world.sops,
                world.versions,
                world.variants,
                new ReadDefinition(world.book),
                new PersonaOfSop(new CheckPersona(world.personas), new InMemoryMaterials(world.store)),
                world.departments,
                world.sights,
                world.ids,
                world.clock,
                world.store);
        return use.handle(new ChangeAtStore.Command(
                SopWorld.caller(sees), sop.publicId(), 1, at.publicId(), expected, out, List.of(changes), FORM));
    }

    private void changed(Sop sop, Department at, @Nullable Boolean out, Change... changes) {
        assertThat(change(new DataScope.WholeBrand(), sop, at, 0, out, changes))
                .isInstanceOf(ChangeAtStore.Outcome.Changed.class);
    }

    private List<String> titles(Customer customer) {
        return world.tasksOf(customer).stream().map(Task::title).toList();
    }

    @Test
    void refusesWordsThatAPersonaNeverSays() {
        var sop = template(CALL, DAY, CALL);
        world.personas.put(
                BRAND,
                new Personas.Kept(
                        null,
                        PersonasContract.aPersona("小完子", "稳赚", "总部"),
                        1,
                        PersonasContract.NOW,
                        PersonasContract.NOW));

        assertThat(change(new DataScope.WholeBrand(), sop, store, 0, null, new Change(2, Map.of("title", "稳赚回访"))))
                .isInstanceOfSatisfying(
                        ChangeAtStore.Outcome.Wrong.class,
                        wrong -> assertThat(wrong.mistakes())
                                .as("the step that the store changes, not head office's")
                                .extracting(SopMistake::pointer)
                                .containsExactly("/steps/2/title"));
    }

    @Test
    void givesTheStoresOwnWordsToItsTasksAndRemembersWhose() {
        var sop = template(CALL, DAY, CALL);
        changed(sop, north, null, new Change(0, Map.of("title", "北区回访")), new Change(2, Map.of("title", "北区再访")));
        changed(sop, store, null, new Change(2, Map.of("title", "本店再访")), new Change(1, Map.of("for", "PT23H")));
        var customer = world.customer();
        world.enrol(sop, customer);

        world.run();
        assertThat(world.only(customer).progress())
                .isEqualTo(new Progress.Active(2, MORNING.plus(Duration.ofHours(23))));
        world.run(Duration.ofDays(2));

        assertThat(titles(customer)).containsExactly("北区回访", "本店再访");
        assertThat(world.variants.usedBy(BRAND, world.only(customer).id()))
                .containsExactly(
                        new Used(0, store.id(), north.id(), 1),
                        new Used(1, store.id(), store.id(), 1),
                        new Used(2, store.id(), store.id(), 1));
    }

    /// What was carried out stays; what comes is by the region in which the store is then.
    @Test
    void followsAStoreThatMovesFromItsNextStepOn() {
        var sop = template(CALL, DAY, CALL);
        changed(sop, north, null, new Change(0, Map.of("title", "北区回访")), new Change(2, Map.of("title", "北区再访")));
        changed(sop, south, null, new Change(2, Map.of("title", "南区再访")));
        var customer = world.customer();
        world.enrol(sop, customer);
        world.run();

        world.move(store, south);
        world.run(Duration.ofDays(2));

        assertThat(titles(customer)).containsExactly("北区回访", "南区再访");
    }

    @Test
    void letsCustomersOfAStoreGoThatLeavesItOut() {
        var sop = template(CALL, DAY, CALL);
        var customer = world.customer();
        world.enrol(sop, customer);
        world.run();
        changed(sop, store, true);
        world.run(Duration.ofDays(2));

        assertThat(titles(customer)).containsExactly("总部回访");
        assertThat(world.only(customer).progress())
                .isEqualTo(new Progress.Exited(ExitReason.LEFT_OUT_BY_STORE, MORNING.plus(Duration.ofDays(1))));
    }

    @Test
    void leavesVersionsAloneThatAreNoTemplates() {
        var sop = world.sop(definition(new Trigger.Manual(), null, CALL));
        var customer = world.customer();
        world.enrol(sop, customer);
        world.run();

        assertThat(change(new DataScope.WholeBrand(), sop, store, 0, null))
                .isInstanceOf(ChangeAtStore.Outcome.NoTemplate.class);
        assertThat(titles(customer)).containsExactly("总部回访");
        assertThat(world.variants.usedBy(BRAND, world.only(customer).id())).isEmpty();
    }

    @Test
    void refusesWhatHeadOfficeDoesNotAllow() {
        var sop = template(CALL, DAY, aSend(MATERIAL));
        var all = new DataScope.WholeBrand();

        assertThat(change(all, sop, store, 0, null, new Change(1, Map.of("for", "P3D"))))
                .isEqualTo(new ChangeAtStore.Outcome.NotAllowed(0));
        assertThat(change(all, sop, store, 0, null, new Change(0, Map.of("kind", "VISIT"))))
                .isEqualTo(new ChangeAtStore.Outcome.NotAllowed(0));
        assertThat(change(all, sop, store, 0, null, new Change(9, Map.of("title", "x"))))
                .isEqualTo(new ChangeAtStore.Outcome.NotAllowed(0));
        assertThat(change(all, sop, store, 0, null, new Change(0, Map.of("title", ""))))
                .isInstanceOf(ChangeAtStore.Outcome.Wrong.class);
        assertThat(change(all, sop, store, 3, null)).isEqualTo(new ChangeAtStore.Outcome.Stale(0));
    }

    @Test
    void letsAStoresKeyChangeItsOwnStoreOnly() {
        var sop = template(CALL, DAY, CALL);
        var own = new DataScope.OneDepartment(store.id());
        var region = new DataScope.DepartmentTree(north.id());

        assertThat(change(own, sop, store, 0, null, new Change(0, Map.of("title", "本店"))))
                .isInstanceOf(ChangeAtStore.Outcome.Changed.class);
        assertThat(change(own, sop, north, 0, null, new Change(0, Map.of("title", "北区"))))
                .isInstanceOf(ChangeAtStore.Outcome.UnknownDepartment.class);
        assertThat(change(region, sop, store, 1, null)).isInstanceOf(ChangeAtStore.Outcome.Changed.class);
        assertThat(change(region, sop, south, 0, null)).isInstanceOf(ChangeAtStore.Outcome.UnknownDepartment.class);
    }
}
