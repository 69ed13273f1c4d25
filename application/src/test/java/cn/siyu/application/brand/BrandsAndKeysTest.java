package cn.siyu.application.brand;

import static cn.siyu.application.brand.BrandWorld.BRAND;
import static cn.siyu.application.brand.BrandWorld.NOW;
import static cn.siyu.application.brand.BrandWorld.boss;
import static cn.siyu.application.brand.BrandWorld.caller;
import static cn.siyu.application.brand.BrandWorld.done;
import static cn.siyu.application.brand.BrandWorld.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrandsAndKeysTest {
    private static final Instant MACHINE = Instant.parse("2026-11-23T01:02:03.456Z");

    private final BrandWorld world = new BrandWorld();
    private final CreateBrand create = new CreateBrand(world.brands, world.ids, () -> MACHINE, world.store);
    private final ChangeBrand change = new ChangeBrand(world.brands, world.clock, world.store);
    private final CreateApiKey createKey = new CreateApiKey(
            world.keys,
            world.brands,
            world.departments,
            world.members,
            world.sights,
            world.ids,
            () -> MACHINE,
            RandomGenerator.of("L64X128MixRandom"),
            world.store);
    private final ReadApiKeys readKeys = new ReadApiKeys(world.keys, world.departments, world.members, world.sights);
    private final RevokeApiKey revoke = new RevokeApiKey(world.keys, readKeys, () -> MACHINE, world.store);

    private static CreateBrand.Command brand(String slug, BrandMode mode, @Nullable Instant sandboxNow) {
        return new CreateBrand.Command(slug, "咖啡", mode, ZoneId.of("Asia/Shanghai"), .3, .7, "CNY", sandboxNow);
    }

    private static CreateApiKey.Command key(
            Caller caller, Set<Scope> scopes, CreateApiKey.Sees sees, @Nullable PublicId seesOf) {
        return new CreateApiKey.Command(caller, "crm", scopes, sees, seesOf, null);
    }

    @Test
    void laysALiveBrandOnTheMachinesClock() {
        var brand = done(create.handle(brand("coffee", BrandMode.LIVE, null)));

        assertThat(brand.id()).isEqualTo(new BrandId(2));
        assertThat(brand.sandboxNow()).isNull();
        assertThat(brand.createdAt()).isEqualTo(MACHINE);
        assertThat(world.brands.bySlug("coffee")).contains(brand);
    }

    @Test
    void startsASandboxsClockWhereItIsWanted() {
        assertThat(done(create.handle(brand("play", BrandMode.SANDBOX, NOW))).sandboxNow())
                .isEqualTo(NOW);
        assertThat(done(create.handle(brand("play2", BrandMode.SANDBOX, null))).sandboxNow())
                .isEqualTo(MACHINE);
    }

    @Test
    void saysEverythingThatIsWrongWithABrandAtOnce() {
        assertThat(problems(create.handle(new CreateBrand.Command(
                        "demo", " ", BrandMode.LIVE, ZoneId.of("Asia/Shanghai"), 1.1, Double.NaN, "RMB", NOW))))
                .containsExactly(
                        "/slug ALREADY_EXISTS",
                        "/name EMPTY",
                        "/strength OUT_OF_RANGE",
                        "/alpha OUT_OF_RANGE",
                        "/currency NOT_ONE_OF",
                        "/now NOT_ALLOWED");
        assertThat(problems(create.handle(brand("-x", BrandMode.LIVE, null)))).containsExactly("/slug BAD_FORMAT");
    }

    @Test
    void changesABrandOfTheVersionThatWasSeen() {
        var command = new ChangeBrand.Command(boss(), 1, "新名", ZoneId.of("Asia/Urumqi"), .5, .5);

        assertThat(done(change.handle(command)).name()).isEqualTo("新名");
        assertThat(change.handle(command)).isEqualTo(new ChangeOutcome.Stale<>(2));
        var nowhere = new Caller(new BrandId(9), boss().key(), Set.of(), new DataScope.WholeBrand());
        assertThat(change.handle(new ChangeBrand.Command(nowhere, 1, "x", ZoneId.of("UTC"), 0, 0)))
                .isEqualTo(new ChangeOutcome.Unknown<>());
    }

    @Test
    void showsAKeysTextOnceAndKeepsItsHash() {
        var created = done(createKey.handle(
                key(boss(), Set.of(Scope.CUSTOMERS_READ), CreateApiKey.Sees.OWN, world.di.publicId())));

        var kept = created.view().key();
        assertThat(ApiKeyText.parse(created.text().text())).contains(created.text());
        assertThat(kept.hash()).isEqualTo(created.text().hash());
        assertThat(kept.test()).isTrue();
        assertThat(kept.sees()).isEqualTo(new DataScope.Own(world.di.id()));
        assertThat(readKeys.all(boss())).containsExactly(created.view());
        assertThat(readKeys.one(boss(), kept.publicId())).contains(created.view());
    }

    @Test
    void givesNoKeyMoreThanItsMakerHas() {
        var reader = new Caller(
                BRAND,
                PublicId.of(NOW, 1, 1),
                Set.of(Scope.API_KEYS_WRITE),
                new DataScope.DepartmentTree(world.north.id()));

        assertThat(problems(createKey.handle(key(reader, Set.of(Scope.CUSTOMERS_READ), CreateApiKey.Sees.BRAND, null))))
                .containsExactly("/scopes NOT_ALLOWED", "/sees NOT_ALLOWED");
        assertThat(problems(
                        createKey.handle(key(reader, Set.of(), CreateApiKey.Sees.DEPARTMENT, world.south.publicId()))))
                .containsExactly("/seesOf REFERENCE_UNKNOWN");
        assertThat(problems(createKey.handle(key(boss(), Set.of(Scope.INSTALLATION), CreateApiKey.Sees.OWN, null))))
                .containsExactly("/scopes NOT_ALLOWED", "/seesOf MISSING");
        assertThat(done(createKey.handle(
                                key(reader, Set.of(), CreateApiKey.Sees.DEPARTMENT_TREE, world.north.publicId())))
                        .view()
                        .seesOf())
                .isEqualTo(world.north.publicId());
    }

    @Test
    void givesNoTreeThatIsWiderThanTheOneDepartmentItsMakerSees() {
        var narrow = caller(new DataScope.OneDepartment(world.north.id()));
        var leaf = caller(new DataScope.OneDepartment(world.shop.id()));

        assertThat(problems(createKey.handle(
                        key(leaf, Set.of(), CreateApiKey.Sees.DEPARTMENT_TREE, world.shop.publicId()))))
                .as("departments may come below it later")
                .containsExactly("/seesOf REFERENCE_UNKNOWN");

        assertThat(problems(createKey.handle(
                        key(narrow, Set.of(), CreateApiKey.Sees.DEPARTMENT_TREE, world.north.publicId()))))
                .containsExactly("/seesOf REFERENCE_UNKNOWN");
    }

    @Test
    void givesNoKeyThatOutlivesTheOneWhichMakesIt() {
        Instant end = MACHINE.plusSeconds(3_600);
        var maker = done(createKey.handle(
                        new CreateApiKey.Command(boss(), "crm", Set.of(), CreateApiKey.Sees.BRAND, null, end)))
                .view()
                .key();
        var shortLived = new Caller(BRAND, maker.publicId(), Set.of(), new DataScope.WholeBrand());

        assertThat(problems(createKey.handle(key(shortLived, Set.of(), CreateApiKey.Sees.BRAND, null))))
                .containsExactly("/expiresAt NOT_ALLOWED");
        assertThat(problems(createKey.handle(new CreateApiKey.Command(
                        shortLived, "crm", Set.of(), CreateApiKey.Sees.BRAND, null, end.plusMillis(1)))))
                .containsExactly("/expiresAt NOT_ALLOWED");
        assertThat(done(createKey.handle(new CreateApiKey.Command(
                                shortLived, "crm", Set.of(), CreateApiKey.Sees.BRAND, null, end)))
                        .view()
                        .key()
                        .expiresAt())
                .isEqualTo(end);
    }

    @Test
    void revokesAKeyForGood() {
        var created = done(createKey.handle(key(boss(), Set.of(), CreateApiKey.Sees.BRAND, null)));
        var id = created.view().key().publicId();

        assertThat(done(revoke.handle(new RevokeApiKey.Command(boss(), id))).revokedAt())
                .isEqualTo(MACHINE);
        assertThat(done(revoke.handle(new RevokeApiKey.Command(boss(), id))).revokedAt())
                .isEqualTo(MACHINE);
        assertThat(revoke.handle(new RevokeApiKey.Command(boss(), PublicId.of(NOW, 9, 9))))
                .isEqualTo(new ChangeOutcome.Unknown<>());
    }

    @Test
    void showsAndRevokesOnlyKeysThatSeeNothingBeyondTheirReaders() {
        var ofBrand = made(CreateApiKey.Sees.BRAND, null);
        var ofNorth = made(CreateApiKey.Sees.DEPARTMENT_TREE, world.north.publicId());
        var ofShop = made(CreateApiKey.Sees.DEPARTMENT, world.shop.publicId());
        var ofDi = made(CreateApiKey.Sees.OWN, world.di.publicId());
        var ofCy = made(CreateApiKey.Sees.OWN, world.cy.publicId());

        assertThat(seenBy(boss())).containsExactly(ofBrand, ofNorth, ofShop, ofDi, ofCy);
        assertThat(seenBy(caller(new DataScope.DepartmentTree(world.north.id()))))
                .containsExactly(ofNorth, ofShop, ofDi);
        assertThat(seenBy(caller(new DataScope.OneDepartment(world.shop.id())))).containsExactly(ofShop, ofDi);
        var di = caller(new DataScope.Own(world.di.id()));
        assertThat(seenBy(di)).containsExactly(ofDi);
        assertThat(readKeys.one(di, ofShop)).isEmpty();
        assertThat(revoke.handle(new RevokeApiKey.Command(di, ofShop))).isEqualTo(new ChangeOutcome.Unknown<>());
        assertThat(done(revoke.handle(new RevokeApiKey.Command(di, ofDi))).revokedAt())
                .isEqualTo(MACHINE);
        var itself = new Caller(BRAND, ofBrand, Set.of(), new DataScope.Own(world.cy.id()));
        assertThat(seenBy(itself)).containsExactly(ofBrand, ofCy);
    }

    private PublicId made(CreateApiKey.Sees sees, @Nullable PublicId of) {
        return done(createKey.handle(key(boss(), Set.of(), sees, of)))
                .view()
                .key()
                .publicId();
    }

    private List<PublicId> seenBy(Caller caller) {
        return readKeys.all(caller).stream().map(view -> view.key().publicId()).toList();
    }

    @Test
    void leavesTheBrandToCallersWhoSeeTheWholeOfIt() {
        var command = new ChangeBrand.Command(
                caller(new DataScope.DepartmentTree(world.head.id())), 1, "新名", ZoneId.of("Asia/Urumqi"), .5, .5);

        assertThatThrownBy(() -> change.handle(command)).isInstanceOf(WholeBrand.PartOnly.class);
        assertThat(world.brands.find(BRAND))
                .hasValueSatisfying(brand -> assertThat(brand.version()).isEqualTo(1));
    }

    @Test
    void makesTheFirstKeyOfTheInstallation() {
        var created = createKey.forInstallation("first", false);

        assertThat(created.view().key().brand()).isNull();
        assertThat(created.view().key().scopes()).contains(Scope.INSTALLATION);
        assertThat(world.keys.byPart(created.text().part()))
                .contains(created.view().key());
    }
}
