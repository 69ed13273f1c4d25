package cn.siyu.application.sop;

import static cn.siyu.application.sop.SopWorld.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.publicId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.WholeBrand;
import cn.siyu.application.channel.CheckPersona;
import cn.siyu.application.channel.port.InMemoryPersonas;
import cn.siyu.application.content.port.InMemoryMaterials;
import cn.siyu.application.sop.SaveSopVersion.Draft;
import cn.siyu.application.sop.SaveSopVersion.Outcome;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.content.MaterialId;
import cn.siyu.domain.id.PublicId;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopChange;
import cn.siyu.domain.sop.SopMistake;
import cn.siyu.domain.sop.SopNaming.Kind;
import cn.siyu.domain.sop.SopVersion;
import cn.siyu.domain.sop.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefineSopTest {
    /// Ids as `MATERIAL:` and the UUID.
    private static final IdForm FORM = new IdForm() {
        @Override
        public Optional<PublicId> read(Kind kind, String text) {
            return text.startsWith(kind + ":")
                    ? Optional.of(new PublicId(
                            UUID.fromString(text.substring(kind.name().length() + 1))))
                    : Optional.empty();
        }

        @Override
        public String write(Kind kind, PublicId id) {
            return kind + ":" + id;
        }
    };

    private final SopWorld world = new SopWorld();
    private final ReadDefinition definitions = new ReadDefinition(world.book);
    private final DefineSop define = new DefineSop(world.sops, world.store, world.ids, world.clock);
    private final SaveSopVersion save =
            new SaveSopVersion(world.sops, world.versions, definitions, world.store, world.ids, world.clock);
    private final InMemoryPersonas personas = new InMemoryPersonas(world.store);
    private final InMemoryMaterials materials = new InMemoryMaterials(world.store);
    private final PublishSopVersion publish = new PublishSopVersion(
            world.sops,
            world.versions,
            definitions,
            new PersonaOfSop(new CheckPersona(personas), materials),
            new SopJournal(world.changes, world.ids),
            world.store,
            world.clock);
    private final PublicId material = publicId(40);

    @BeforeEach
    void thereIsAMaterial() {
        world.book.put(BRAND, Kind.MATERIAL, 4, material);
    }

    private Sop sop() {
        return ((DefineSop.Outcome.Defined) define.handle(
                        new DefineSop.Command(SopWorld.caller(new DataScope.WholeBrand()), "欢迎", null, 0)))
                .sop();
    }

    private Map<String, Object> tree(PublicId used) {
        return Map.of(
                "trigger",
                Map.of("type", "MANUAL"),
                "steps",
                List.of(Map.of("type", "SEND", "material", "MATERIAL:" + used)));
    }

    private Outcome save(Sop sop, PublicId used, @Nullable Draft draft) {
        return save.handle(new SaveSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), tree(used), FORM, draft));
    }

    private static SopVersion saved(Outcome outcome) {
        return ((Outcome.Saved) outcome).version();
    }

    @Test
    void savesDraftsInOrder() {
        var sop = sop();

        var first = saved(save(sop, material, null));
        var second = saved(save(sop, material, null));

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
        assertThat(first.published()).isFalse();
        assertThat(first.definition().steps())
                .singleElement()
                .satisfies(step -> assertThat(((Step.Send) step).material()).isEqualTo(new MaterialId(4)));
        assertThat(definitions.write(BRAND, first.definition(), FORM).toString())
                .contains("material=MATERIAL:" + material);
    }

    @Test
    void saysWhatIsWrongAndKeepsNothing() {
        var sop = sop();

        var outcome = save(sop, publicId(99), null);

        assertThat(((Outcome.Refused) outcome).mistakes())
                .extracting(SopMistake::code, SopMistake::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unknown-material", "/steps/0/material"));
        assertThat(world.versions.of(BRAND, sop.id())).isEmpty();
    }

    @Test
    void rewritesADraftThatNobodyChangedMeanwhile() {
        var sop = sop();
        var draft = saved(save(sop, material, null));

        assertThat(saved(save(sop, material, new Draft(1, draft.version()))).version())
                .isEqualTo(2);
        assertThat(save(sop, material, new Draft(1, draft.version()))).isEqualTo(new Outcome.Stale(2));
        assertThat(save(sop, material, new Draft(7, 1))).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void neverChangesWhatIsPublished() {
        var sop = sop();
        save(sop, material, null);

        var outcome = publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));

        var published = ((PublishSopVersion.Outcome.Published) outcome).version();
        assertThat(published.publishedAt()).isEqualTo(world.now());
        assertThat(publish.handle(new PublishSopVersion.Command(
                        SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO)))
                .isEqualTo(outcome);
        assertThat(save(sop, material, new Draft(1, published.version()))).isEqualTo(new Outcome.Published());
    }

    @Test
    void doesNotPublishWhatLeansOnSomethingGone() {
        var sop = sop();
        save(sop, material, null);
        world.book.archive(BRAND, Kind.MATERIAL, 4);

        var outcome = publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));

        assertThat(((PublishSopVersion.Outcome.Refused) outcome).mistakes())
                .extracting(SopMistake::pointer)
                .containsExactly("/steps/0/material");
    }

    @Test
    void activatesPublishedVersionsOnly() {
        var sop = sop();
        save(sop, material, null);

        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Active(1))).isEqualTo(new SwitchSop.Outcome.NotPublished());
        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Active(2))).isEqualTo(new SwitchSop.Outcome.Unknown());
        publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));
        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Active(1))).isInstanceOf(SwitchSop.Outcome.Switched.class);
        assertThat(world.sops.active(BRAND)).hasSize(1);
    }

    @Test
    void writesDownWhoChangedItsStateAndWhy() {
        var sop = sop();
        save(sop, material, null);
        publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));
        publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));
        world.switchTo(sop, new SwitchSop.Wanted.Resumed());
        world.switchTo(sop, new SwitchSop.Wanted.Active(1));
        world.advance(Duration.ofHours(1));
        world.switchTo(sop, new SwitchSop.Wanted.Paused());
        world.switchTo(sop, new SwitchSop.Wanted.Resumed());
        world.switchTo(sop, new SwitchSop.Wanted.Inactive());

        var changes = world.changes.page(BRAND, sop.id(), Long.MAX_VALUE, 10).reversed();

        assertThat(changes)
                .extracting(SopChange::kind, SopChange::from, SopChange::to, SopChange::versionNumber)
                .containsExactly(
                        tuple(SopChange.Kind.PUBLICATION, Sop.State.INACTIVE, Sop.State.INACTIVE, 1),
                        tuple(SopChange.Kind.ACTIVATION, Sop.State.INACTIVE, Sop.State.ACTIVE, 1),
                        tuple(SopChange.Kind.PAUSE, Sop.State.ACTIVE, Sop.State.PAUSED, null),
                        tuple(SopChange.Kind.RESUMPTION, Sop.State.PAUSED, Sop.State.ACTIVE, null),
                        tuple(SopChange.Kind.DEACTIVATION, Sop.State.ACTIVE, Sop.State.INACTIVE, null));
        assertThat(changes).allSatisfy(change -> assertThat(change.by()).isEqualTo(SopWorld.WHO));
        assertThat(changes.get(1).at()).isEqualTo(SopWorld.MORNING);
        assertThat(changes.get(2).at()).isEqualTo(world.now());
    }

    @Test
    void resumesWhatIsPausedOnly() {
        var sop = sop();
        save(sop, material, null);
        publish.handle(new PublishSopVersion.Command(
                SopWorld.caller(new DataScope.WholeBrand()), sop.publicId(), 1, FORM, SopWorld.WHO));

        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Paused()))
                .isEqualTo(new SwitchSop.Outcome.Impossible(Sop.State.INACTIVE, false));
        world.switchTo(sop, new SwitchSop.Wanted.Active(1));
        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Resumed()))
                .isEqualTo(new SwitchSop.Outcome.Impossible(Sop.State.ACTIVE, true));
        world.switchTo(sop, new SwitchSop.Wanted.Paused());
        assertThat(world.sops.active(BRAND)).isEmpty();
        assertThat(world.switchTo(sop, new SwitchSop.Wanted.Resumed())).isInstanceOf(SwitchSop.Outcome.Switched.class);
        assertThat(world.sops.active(BRAND))
                .singleElement()
                .satisfies(each -> assertThat(each.activeVersion()).isNotNull());
    }

    @Test
    void renamesWhatTheCallerHasSeen() {
        var sop = sop();

        assertThat(define.handle(
                        new DefineSop.Command(SopWorld.caller(new DataScope.WholeBrand()), "唤醒", sop.publicId(), 9)))
                .isEqualTo(new DefineSop.Outcome.Stale(1));
        define.handle(new DefineSop.Command(SopWorld.caller(new DataScope.WholeBrand()), "唤醒", sop.publicId(), 1));

        assertThat(world.sops.find(BRAND, sop.id()).map(Sop::name)).contains("唤醒");
    }

    @Test
    void isForCallersWhoSeeTheWholeBrand() {
        var store = SopWorld.caller(new DataScope.Own(new StaffId(7)));
        var sop = sop();
        List<ThrowingCallable> changes = List.of(
                () -> define.handle(new DefineSop.Command(store, "欢迎", null, 0)),
                () -> save.handle(new SaveSopVersion.Command(store, sop.publicId(), tree(material), FORM, null)),
                () -> publish.handle(new PublishSopVersion.Command(store, sop.publicId(), 1, FORM, SopWorld.WHO)),
                () -> world.switches.handle(
                        new SwitchSop.Command(store, sop.publicId(), new SwitchSop.Wanted.Paused(), SopWorld.WHO)),
                () -> world.looks.lookNow(store, sop.publicId()));

        assertThat(changes).allSatisfy(change -> assertThatThrownBy(change).isInstanceOf(WholeBrand.PartOnly.class));
    }
}
