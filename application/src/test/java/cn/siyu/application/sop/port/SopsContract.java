package cn.siyu.application.sop.port;

import static cn.siyu.application.sop.port.SopFixtures.BRAND;
import static cn.siyu.application.sop.port.SopFixtures.NOW;
import static cn.siyu.application.sop.port.SopFixtures.aSend;
import static cn.siyu.application.sop.port.SopFixtures.aSop;
import static cn.siyu.application.sop.port.SopFixtures.aVersion;
import static cn.siyu.application.sop.port.SopFixtures.definition;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.application.brand.port.AlreadyExists;
import cn.siyu.application.brand.port.StaleAggregate;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.sop.RandomDefinitions;
import cn.siyu.domain.sop.Sop;
import cn.siyu.domain.sop.SopId;
import cn.siyu.domain.sop.SopVersionId;
import cn.siyu.domain.sop.Trigger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Sops] and [SopVersions] does.
public interface SopsContract {
    /// Without SOPs.
    Sops sops();

    /// Without versions.
    SopVersions versions();

    /// Its transactions.
    UnitOfWork work();

    @Test
    default void findsSopsEveryWay() {
        var sops = sops();
        var first = aSop(1);
        var active = aSop(2).activated(new SopVersionId(7), true, NOW);
        sops.add(BRAND, first);
        sops.add(BRAND, active);

        assertThat(sops.find(BRAND, first.id())).contains(first);
        assertThat(sops.byPublicId(BRAND, active.publicId())).contains(active);
        assertThat(sops.page(BRAND, 0, 10)).containsExactly(first, active);
        assertThat(sops.page(BRAND, 1, 10)).containsExactly(active);
        assertThat(sops.page(BRAND, 0, 1)).containsExactly(first);
        assertThat(sops.active(BRAND)).containsExactly(active);
        assertThat(sops.find(new BrandId(2), first.id())).isEmpty();
        assertThat(sops.active(new BrandId(2))).isEmpty();
    }

    @Test
    default void refusesAStaleSop() {
        var sops = sops();
        var sop = aSop(1);
        sops.add(BRAND, sop);

        var renamed = sop.renamed("老客唤醒", NOW);
        sops.replace(BRAND, renamed);

        assertThat(sops.find(BRAND, sop.id())).contains(renamed);
        assertThatThrownBy(() -> sops.replace(BRAND, renamed)).isInstanceOf(StaleAggregate.class);
    }

    @Test
    default void saysWhichSopsArePaused() {
        var sops = sops();
        sops.add(BRAND, aSop(1));
        sops.add(BRAND, aSop(2).paused(NOW));

        Set<SopId> paused =
                work().inTransaction(() -> sops.lockPaused(BRAND, List.of(new SopId(1), new SopId(2), new SopId(3))));

        assertThat(paused).containsExactly(new SopId(2));
    }

    @Test
    default void remembersHowFarALookCame() {
        var sops = sops();
        var sop = aSop(1).activated(new SopVersionId(7), true, NOW);
        sops.add(BRAND, aSop(2));
        sops.add(BRAND, sop);
        assertThat(sops.nextLookAt(BRAND)).contains(NOW);
        assertThat(sops.takeLook(BRAND, NOW.minusMillis(1))).isEmpty();
        assertThat(sops.takeLook(BRAND, NOW)).contains(new Sops.Look(sop, 0));

        sops.keepLook(BRAND, sop.id(), NOW, 500);
        assertThat(sops.takeLook(BRAND, NOW)).contains(new Sops.Look(sop, 500));

        sops.keepLook(BRAND, sop.id(), null, 0);
        assertThat(sops.takeLook(BRAND, NOW)).isEmpty();
        assertThat(sops.nextLookAt(BRAND)).isEmpty();
    }

    @Test
    default void beginsALookAnewWhenTheSopChanges() {
        var sops = sops();
        var sop = aSop(1).activated(new SopVersionId(7), true, NOW);
        sops.add(BRAND, sop);
        sops.keepLook(BRAND, sop.id(), NOW, 500);

        sops.replace(BRAND, sop.renamed("新名", NOW));

        assertThat(sops.takeLook(BRAND, NOW).map(Sops.Look::after)).contains(0L);
    }

    @Test
    default void doesNotLookForWhoIsNotActive() {
        var sops = sops();
        var sop = aSop(1).activated(new SopVersionId(7), true, NOW);
        sops.add(BRAND, sop);
        sops.replace(BRAND, sop.paused(NOW));

        assertThat(sops.takeLook(BRAND, NOW)).isEmpty();
        assertThat(sops.active(BRAND)).isEmpty();
        assertThat(sops.find(BRAND, sop.id()).map(Sop::state)).contains(Sop.State.PAUSED);
    }

    @Test
    default void keepsVersionsWithTheirDefinitions() {
        var versions = versions();
        var definitions = new RandomDefinitions(new Random(1));
        for (int i = 1; i <= 40; i++) {
            var version = aVersion(i, 1, i, definitions.next());
            versions.add(BRAND, version);
            assertThat(versions.findAll(BRAND, List.of(version.id()))).containsExactly(version);
        }
        assertThat(versions.of(BRAND, new SopId(1))).hasSize(40);
        assertThat(versions.of(BRAND, new SopId(1)).getFirst().number()).isEqualTo(40);
        assertThat(versions.byPublicId(BRAND, SopFixtures.publicId(3)).map(each -> each.number()))
                .contains(3);
        assertThat(versions.of(new BrandId(2), new SopId(1))).isEmpty();
    }

    @Test
    default void neverChangesAPublishedVersion() {
        var versions = versions();
        var draft = aVersion(1, 1, 1, definition(new Trigger.Manual(), null, aSend(1)));
        versions.add(BRAND, draft);

        var published = draft.publishedAt(NOW);
        versions.replace(BRAND, published);

        assertThat(versions.findAll(BRAND, List.of(draft.id()))).containsExactly(published);
        assertThatThrownBy(() -> versions.replace(BRAND, published)).isInstanceOf(StaleAggregate.class);
        assertThatThrownBy(() -> versions.add(BRAND, aVersion(2, 1, 1, draft.definition())))
                .isInstanceOf(AlreadyExists.class);
    }
}
