package cn.siyu.bootstrap.sandbox;

import cn.siyu.application.brand.ApiKey;
import cn.siyu.application.brand.ApiKeyId;
import cn.siyu.application.brand.ApiKeyText;
import cn.siyu.application.brand.DataScope;
import cn.siyu.application.brand.Scope;
import cn.siyu.application.brand.port.ApiKeys;
import cn.siyu.application.brand.port.Brands;
import cn.siyu.application.brand.port.Departments;
import cn.siyu.application.brand.port.IdSource;
import cn.siyu.application.brand.port.StaffMembers;
import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.port.ChannelAccounts;
import cn.siyu.application.channel.port.ContactWays;
import cn.siyu.bootstrap.sandbox.story.Story;
import cn.siyu.bootstrap.sandbox.story.Story.Member;
import cn.siyu.bootstrap.sandbox.story.Story.Way;
import cn.siyu.domain.brand.Brand;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.brand.BrandMode;
import cn.siyu.domain.brand.Department;
import cn.siyu.domain.brand.DepartmentId;
import cn.siyu.domain.brand.StaffId;
import cn.siyu.domain.brand.StaffMember;
import cn.siyu.domain.channel.ChannelAccount;
import cn.siyu.domain.channel.ChannelAccountId;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.channel.ContactWayId;
import cn.siyu.domain.channel.WorkingHours;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plants an example brand: stores, staff, accounts, contact ways, and a key for whoever tries it.
@Singleton
final class SandboxSeed {
    private static final int TOTAL_CAP = 20_000;
    private static final int DAILY_CAP = 120;

    private final Brands brands;
    private final Departments departments;
    private final StaffMembers staff;
    private final ChannelAccounts accounts;
    private final ContactWays ways;
    private final ApiKeys keys;
    private final SandboxJourneys journeys;
    private final IdSource ids;
    private final UnitOfWork work;

    SandboxSeed(
            Brands brands,
            Departments departments,
            StaffMembers staff,
            ChannelAccounts accounts,
            ContactWays ways,
            ApiKeys keys,
            SandboxJourneys journeys,
            IdSource ids,
            UnitOfWork work) {
        this.brands = brands;
        this.departments = departments;
        this.staff = staff;
        this.accounts = accounts;
        this.ways = ways;
        this.keys = keys;
        this.journeys = journeys;
        this.ids = ids;
        this.work = work;
    }

    /// Plants all of it, or nothing.
    ///
    /// @return the text of the key
    String plant(SandboxSettings settings) {
        return work.inTransaction(() -> new Planting(settings).plant());
    }

    /// The links that people scan, with how many of them do.
    List<SandboxLink> links(BrandId brand, Story story) {
        Map<String, Integer> weights = story.ways().stream().collect(Collectors.toMap(Way::state, Way::weight));
        return ways.page(brand, 0, 100).stream()
                .filter(way -> weights.containsKey(way.state()))
                .map(way -> new SandboxLink(way.code(), weights.getOrDefault(way.state(), 1)))
                .toList();
    }

    private final class Planting {
        private final SandboxSettings settings;
        private final Story story;
        private final Instant now;
        private final BrandId brand;

        Planting(SandboxSettings settings) {
            this.settings = settings;
            this.story = settings.told();
            this.now = settings.startAt();
            this.brand = new BrandId(Math.toIntExact(ids.next()));
        }

        String plant() {
            brands.add(new Brand(
                    brand,
                    ids.publicId(brand.value(), now),
                    settings.slug(),
                    story.brand(),
                    BrandMode.SANDBOX,
                    ZoneId.of("Asia/Shanghai"),
                    story.strength(),
                    story.alpha(),
                    "CNY",
                    now.minus(Duration.ofDays(1)),
                    now,
                    1,
                    now,
                    now));
            var root = department(null, Department.Kind.DEPARTMENT, null, "总部", null);
            var everybody = new ArrayList<ChannelAccountId>();
            var ofStore = new ArrayList<List<ChannelAccountId>>();
            ofStore.add(everybody);
            for (var store : story.stores()) {
                var place = department(root, Department.Kind.STORE, store.externalId(), store.name(), store.address());
                var here = store.members().stream()
                        .map(member -> account(place.id(), member))
                        .toList();
                ofStore.add(here);
                everybody.addAll(here);
            }
            var welcome = journeys.plantMaterials(brand, story, now);
            story.ways().forEach(way -> contactWay(way, ofStore.get(way.store()), welcome));
            journeys.plantSops(brand, story, now);
            return key();
        }

        private Department department(
                @Nullable Department parent,
                Department.Kind kind,
                @Nullable String externalId,
                String name,
                @Nullable String address) {
            var id = new DepartmentId(ids.next());
            var department = new Department(
                    id,
                    ids.publicId(id.value(), now),
                    externalId,
                    kind,
                    parent == null ? null : parent.id(),
                    Department.pathOf(parent, id),
                    name,
                    null,
                    address,
                    1,
                    now,
                    now);
            departments.add(brand, department);
            return department;
        }

        private ChannelAccountId account(DepartmentId store, Member member) {
            var person = new StaffId(ids.next());
            staff.add(
                    brand,
                    new StaffMember(
                            person,
                            ids.publicId(person.value(), now),
                            member.address(),
                            member.name(),
                            store,
                            true,
                            1,
                            now,
                            now));
            var id = new ChannelAccountId(ids.next());
            accounts.add(
                    brand,
                    new ChannelAccount(
                            id,
                            ids.publicId(id.value(), now),
                            "WECOM",
                            settings.slug(),
                            member.address(),
                            member.name(),
                            person,
                            store,
                            TOTAL_CAP,
                            DAILY_CAP,
                            WorkingHours.ALWAYS,
                            ChannelAccount.State.ACTIVE,
                            ChannelAccount.Health.HEALTHY,
                            1,
                            now,
                            now));
            return id;
        }

        private void contactWay(Way way, List<ChannelAccountId> servers, long welcome) {
            var id = new ContactWayId(ids.next());
            var publicId = ids.publicId(id.value(), now);
            ways.add(
                    brand,
                    new ContactWay(
                            id,
                            publicId,
                            publicId.value().toString().replace("-", "").substring(22),
                            way.name(),
                            way.hook(),
                            way.state(),
                            way.store() == 0 ? ContactWay.Rule.LEAST_LOADED : ContactWay.Rule.WEIGHTED_ROUND_ROBIN,
                            null,
                            welcome,
                            servers.stream()
                                    .map(server -> new ContactWay.Server(server, null))
                                    .toList(),
                            null,
                            1,
                            now,
                            now));
        }

        private String key() {
            var chance = new SecureRandom();
            var part = new byte[ApiKeyText.PART_BYTES];
            var secret = new byte[ApiKeyText.SECRET_BYTES];
            chance.nextBytes(part);
            chance.nextBytes(secret);
            var text = ApiKeyText.of(true, part, secret);
            long id = ids.next();
            var scopes = EnumSet.allOf(Scope.class);
            scopes.remove(Scope.INSTALLATION);
            keys.add(new ApiKey(
                    new ApiKeyId(id),
                    ids.publicId(id, now),
                    text.part(),
                    brand,
                    "sandbox",
                    text.hash(),
                    scopes,
                    new DataScope.WholeBrand(),
                    true,
                    null,
                    null,
                    now));
            return text.text();
        }
    }
}
