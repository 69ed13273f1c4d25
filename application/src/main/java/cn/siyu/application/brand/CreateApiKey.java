package cn.siyu.application.brand;

import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import cn.siyu.domain.id.PublicId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes an API key (API 密钥). Its text is shown once, here; only its hash is kept.
///
/// Nobody makes a key that may do or see more than their own, or works longer: who has lost a key
/// must not go on by another one. A key of a sandbox works in sandboxes only.
public final class CreateApiKey {
    private static final int MOST_NAME = 100;

    private final ApiKeys keys;
    private final Brands brands;
    private final Departments departments;
    private final StaffMembers members;
    private final ResolveSight sights;
    private final IdSource ids;
    private final InstantSource machine;
    private final RandomGenerator chance;
    private final UnitOfWork work;

    /// @param chance a cryptographically strong source
    public CreateApiKey(
            ApiKeys keys,
            Brands brands,
            Departments departments,
            StaffMembers members,
            ResolveSight sights,
            IdSource ids,
            InstantSource machine,
            RandomGenerator chance,
            UnitOfWork work) {
        this.keys = keys;
        this.brands = brands;
        this.departments = departments;
        this.members = members;
        this.sights = sights;
        this.ids = ids;
        this.machine = machine;
        this.chance = chance;
        this.work = work;
    }

    /// What a key is to see.
    public enum Sees {
        BRAND,
        /// A department and all below it.
        DEPARTMENT_TREE,
        DEPARTMENT,
        /// What one staff member serves.
        OWN
    }

    /// A key to be made.
    ///
    /// @param seesOf the public id of the department or staff member it is bound to; null with
    ///     [Sees#BRAND]
    /// @param expiresAt from when it no longer works, on the machine's clock; null: never
    public record Command(
            Caller caller,
            String name,
            Set<Scope> scopes,
            Sees sees,
            @Nullable PublicId seesOf,
            @Nullable Instant expiresAt) {
        public Command {
            scopes = Set.copyOf(scopes);
        }
    }

    /// A new key with its text, which is nowhere else.
    public record Created(ApiKeyView view, ApiKeyText text) {}

    /// Makes a key of a brand.
    public ChangeOutcome<Created> handle(Command command) {
        return work.inTransaction(() -> create(command));
    }

    /// Makes a key of the installation, which may do everything in every brand: the first one.
    ///
    /// @param test true for one that works in sandboxes only
    public Created forInstallation(String name, boolean test) {
        return work.inTransaction(
                () -> added(null, name, Set.of(Scope.values()), new DataScope.WholeBrand(), null, test, null));
    }

    private ChangeOutcome<Created> create(Command command) {
        var caller = command.caller();
        var now = machine.instant();
        var inputs = new Inputs();
        inputs.text("/name", command.name(), MOST_NAME);
        var beyond = command.scopes().stream()
                .filter(scope -> scope == Scope.INSTALLATION || !caller.may(scope))
                .map(Scope::code)
                .sorted()
                .toList();
        inputs.check(
                beyond.isEmpty(),
                "/scopes",
                InputProblem.Code.NOT_ALLOWED,
                "A key can't give what it lacks itself: " + String.join(", ", beyond) + ".",
                "密钥不能授予自身没有的权限：" + String.join("、", beyond) + "。");
        Instant expiresAt = command.expiresAt();
        inputs.check(
                expiresAt == null || expiresAt.isAfter(now),
                "/expiresAt",
                InputProblem.Code.OUT_OF_RANGE,
                "Choose a moment to come.",
                "请选择将来的时间。");
        inputs.check(
                until(caller)
                        .filter(end -> expiresAt == null || expiresAt.isAfter(end))
                        .isEmpty(),
                "/expiresAt",
                InputProblem.Code.NOT_ALLOWED,
                "A key can't outlive the one that makes it: name a moment up to that one's expiresAt.",
                "新密钥的有效期不能超过创建它的密钥：请填写不晚于其 expiresAt 的时间。");
        var sees = sees(command, inputs);
        if (!inputs.sound()) {
            return inputs.refused();
        }
        boolean test = brands.find(caller.brand()).orElseThrow().mode() == BrandMode.SANDBOX;
        return new ChangeOutcome.Done<>(added(
                caller.brand(),
                command.name(),
                command.scopes(),
                sees.orElseThrow(),
                command.seesOf(),
                test,
                expiresAt));
    }

    /// Until when the caller's own key works; empty: for ever.
    private Optional<Instant> until(Caller caller) {
        return keys.byPublicId(caller.brand(), caller.key())
                .or(() -> keys.byPublicId(null, caller.key()))
                .map(ApiKey::expiresAt);
    }

    private Optional<DataScope> sees(Command command, Inputs inputs) {
        var brand = command.caller().brand();
        var sight = sights.of(command.caller());
        PublicId of = command.seesOf();
        if (command.sees() == Sees.BRAND) {
            inputs.check(
                    of == null && sight.everything(),
                    "/sees",
                    InputProblem.Code.NOT_ALLOWED,
                    "Only a key that sees the whole brand can give that.",
                    "只有可查看整个品牌的密钥才能授予此范围。");
            return Optional.of(new DataScope.WholeBrand());
        }
        if (of == null) {
            inputs.check(
                    false, "/seesOf", InputProblem.Code.MISSING, "Name the department or staff member.", "请填写部门或成员。");
            return Optional.empty();
        }
        return switch (command.sees()) {
            case BRAND -> Optional.of(new DataScope.WholeBrand());
            case DEPARTMENT_TREE ->
                inputs.reference(
                        "/seesOf",
                        departments
                                .byPublicId(brand, of)
                                .filter(_ -> !(command.caller().sees() instanceof DataScope.OneDepartment))
                                .filter(top -> departments.subtree(brand, top.id()).stream()
                                        .allMatch(sight::department))
                                .map(top -> new DataScope.DepartmentTree(top.id())));
            case DEPARTMENT ->
                inputs.reference(
                        "/seesOf",
                        departments
                                .byPublicId(brand, of)
                                .filter(one -> sight.department(one.id()))
                                .map(one -> new DataScope.OneDepartment(one.id())));
            case OWN ->
                inputs.reference(
                        "/seesOf",
                        members.byPublicId(brand, of)
                                .filter(sight::member)
                                .map(member -> new DataScope.Own(member.id())));
        };
    }

    private Created added(
            @Nullable BrandId brand,
            String name,
            Set<Scope> scopes,
            DataScope sees,
            @Nullable PublicId seesOf,
            boolean test,
            @Nullable Instant expiresAt) {
        byte[] part = new byte[ApiKeyText.PART_BYTES];
        byte[] secret = new byte[ApiKeyText.SECRET_BYTES];
        chance.nextBytes(part);
        chance.nextBytes(secret);
        var text = ApiKeyText.of(test, part, secret);
        var now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = new ApiKeyId(ids.next());
        var key = new ApiKey(
                id,
                ids.publicId(id.value(), now),
                text.part(),
                brand,
                name,
                text.hash(),
                scopes,
                sees,
                test,
                expiresAt,
                null,
                now);
        keys.add(key);
        return new Created(new ApiKeyView(key, seesOf), text);
    }
}
