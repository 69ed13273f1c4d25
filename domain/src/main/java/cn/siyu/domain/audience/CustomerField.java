package cn.siyu.domain.audience;

import cn.siyu.domain.content.Wording;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of customers (客户字段): each is defined here once, with its value in memory. A
/// database adapter switches over these constants, so that a new field doesn't compile until it is
/// translated.
///
/// A field that belongs to relationships is a set over the live ones:
/// `account has 'zhangsan' and channel has WECOM` asks for one relationship with that account and
/// one (perhaps another) on that channel.
public enum CustomerField {
    NICKNAME(
            "customer.nickname",
            "昵称",
            "Nickname",
            "customer.nickname contains '咖啡'",
            text(f -> f.person().nickname())),
    GENDER(
            "gender",
            "性别",
            "Gender",
            Codes.closed("MALE", "FEMALE"),
            "gender = FEMALE",
            text(f -> f.person().gender())),
    TAGS(
            "tags",
            "标签",
            "Tags",
            "tags has any ('vip', '意向/高')",
            texts(f -> f.person().tags())),
    STAGE(
            "stage",
            "生命周期阶段",
            "Stage",
            stages(),
            "stage in (INTEREST, PREFERENCE)",
            text(f -> f.standing().stage())),
    DORMANT("dormant", "沉睡", "Dormant", "not dormant", bool(f -> f.standing().dormant())),
    LOST("lost", "流失", "Lost", "not lost", bool(f -> f.standing().lost())),
    BLACKLISTED(
            "blacklisted",
            "黑名单",
            "Blacklisted",
            "not blacklisted",
            bool(f -> f.standing().blacklisted())),
    OPTED_OUT(
            "optedOut",
            "已退订",
            "Opted out of something",
            "not optedOut",
            bool(f -> !f.standing().optOuts().isEmpty())),
    OPT_OUTS(
            "optOuts",
            "退订触点",
            "Opted out of",
            Codes.open("ALL"),
            "not optOuts has ALL",
            texts(f -> f.standing().optOuts())),
    TRUST("trust", "信任", "Trust", "trust >= 60", real(f -> f.trust().trust())),
    TRUST_BRAND(
            "trust.brand",
            "品牌信任",
            "Brand trust",
            "trust.brand < 40",
            real(f -> f.trust().brand())),
    TRUST_SOCIAL(
            "trust.social",
            "社交信任",
            "Social trust",
            "trust.social >= 40",
            real(f -> f.trust().social())),
    TRUST_CONFIDENCE(
            "trust.confidence",
            "信任置信度",
            "Confidence of trust",
            "trust.confidence >= 0.3",
            real(f -> f.trust().confidence())),
    CHANNEL(
            "channel",
            "渠道",
            "Channels",
            Codes.open("WECOM", "PERSONAL_WECHAT"),
            "channel has WECOM",
            texts(f -> f.relations().channels())),
    SOURCE(
            "source",
            "来源",
            "Sources",
            "source has 'shop-17'",
            texts(f -> f.relations().sources())),
    CONTACT_WAY(
            "contactWay",
            "联系我",
            "Contact ways",
            "contactWay has any ('门店立牌', '收银台')",
            texts(f -> f.relations().contactWays())),
    ADD_WAY(
            "addWay",
            "添加方式",
            "Ways of adding",
            "addWay has '1'",
            texts(f -> f.relations().addWays())),
    ACCOUNT(
            "account",
            "账号",
            "Accounts",
            "account has 'zhangsan'",
            texts(f -> f.relations().accounts())),
    STORE("store", "门店", "Stores", "store has '南京东路店'", texts(f -> f.relations().stores())),
    DEPARTMENT(
            "department",
            "部门",
            "Departments",
            "department has '华东区'",
            texts(f -> f.relations().departments())),
    ADDED_AT(
            "addedAt",
            "添加时间",
            "Added at",
            "addedAt > now - P30D",
            time(f -> f.relations().addedAt())),
    ORDERS_COUNT(
            "orders.count",
            "订单数",
            "Orders",
            "orders.count >= 2",
            whole(f -> f.activity().orders())),
    ORDERS_AMOUNT(
            "orders.amountMinor",
            "净消费额（分）",
            "Net amount of orders, in minor units",
            "orders.amountMinor between 10000 and 50000",
            whole(f -> f.activity().netAmountMinor())),
    ORDERS_LAST_PAID(
            "orders.lastPaidAt",
            "最近下单时间",
            "Last order paid at",
            "orders.lastPaidAt < now - P60D",
            time(f -> f.activity().lastPaidAt())),
    VALUE_AMOUNT(
            "value.amountMinor",
            "近一年净消费额（分）",
            "Net amount bought in the last year, in minor units",
            "value.amountMinor >= 100000",
            reader(FieldType.WHOLE_NUMBER, f -> f.worth().amountMinor(), Value.Whole::new)),
    VALUE_TIER(
            "value.tier",
            "价值层级",
            "Value tier",
            Codes.closed("CORE", "MIDDLE", "OTHER"),
            "value.tier = CORE",
            text(f -> f.worth().tier())),
    LAST_INTERACTION(
            "lastInteractionAt",
            "最近互动时间",
            "Last interaction at",
            "lastInteractionAt is known",
            time(f -> f.activity().lastInteractionAt())),
    INTERACTIONS_30_DAYS(
            "interactions.last30Days",
            "近30天互动数",
            "Interactions of the last 30 days",
            "interactions.last30Days >= 3",
            whole(f -> f.activity().interactions30Days())),
    LAST_CONTACT(
            "lastContactAt",
            "最近触达时间",
            "Last contact at",
            "lastContactAt < now - P7D or lastContactAt is unknown",
            time(f -> f.activity().lastContactAt())),
    IGNORED_STREAK(
            "ignoredStreak",
            "连续未响应次数",
            "Contacts ignored in a row",
            "ignoredStreak < 3",
            whole(f -> f.activity().ignoredStreak()));

    private static final Map<String, CustomerField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(f -> f.field.name(), f -> f));
    private static final FieldCatalogue CATALOGUE =
            new FieldCatalogue(Arrays.stream(values()).map(CustomerField::field).toList());

    @SuppressWarnings("ImmutableEnumChecker") // a record that copies its lists
    private final Field field;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Function<CustomerFacts, @Nullable Value> accessor;

    CustomerField(String name, String zh, String en, String example, Reader reader) {
        this(name, zh, en, Codes.NONE, example, reader);
    }

    CustomerField(String name, String zh, String en, Codes codes, String example, Reader reader) {
        FieldType type = reader.type == FieldType.TEXT && !codes.known().isEmpty() ? FieldType.ENUM : reader.type;
        this.field = new Field(name, type, codes, new Wording(en, zh), example);
        this.accessor = reader.accessor;
    }

    /// All of them, as a catalogue.
    public static FieldCatalogue catalogue() {
        return CATALOGUE;
    }

    /// Which of them `field` is; empty if it comes from another catalogue.
    public static Optional<CustomerField> of(Field field) {
        return Optional.ofNullable(BY_NAME.get(field.name()));
    }

    /// Whether it tells who somebody is, and so is masked for who may not see personal data
    /// (个人信息).
    public boolean personal() {
        return this == NICKNAME;
    }

    /// As the catalogue shows it.
    public Field field() {
        return field;
    }

    @Nullable
    Value read(CustomerFacts facts) {
        return accessor.apply(facts);
    }

    private static Codes stages() {
        return Codes.closed(
                        "ENTRANCE",
                        "AWARENESS",
                        "INTEREST",
                        "PREFERENCE",
                        "ENGAGEMENT",
                        "CONVERSION",
                        "BRAND_USER",
                        "REPURCHASE")
                .withFlags(Map.of("DORMANT", "dormant", "LOST", "lost"));
    }

    private record Reader(FieldType type, Function<CustomerFacts, @Nullable Value> accessor) {}

    private static <T> Reader reader(
            FieldType type, Function<CustomerFacts, @Nullable T> accessor, Function<T, Value> wrap) {
        return new Reader(type, facts -> {
            T value = accessor.apply(facts);
            return value == null ? null : wrap.apply(value);
        });
    }

    private static Reader text(Function<CustomerFacts, @Nullable String> accessor) {
        return reader(FieldType.TEXT, accessor, Value.Text::new);
    }

    private static Reader texts(Function<CustomerFacts, Set<String>> accessor) {
        return new Reader(FieldType.SET_OF_TEXT, facts -> new Value.Texts(accessor.apply(facts)));
    }

    private static Reader bool(Function<CustomerFacts, Boolean> accessor) {
        return new Reader(FieldType.BOOLEAN, facts -> new Value.Bool(accessor.apply(facts)));
    }

    private static Reader real(Function<CustomerFacts, @Nullable Double> accessor) {
        return reader(FieldType.NUMBER, accessor, Value.Real::new);
    }

    private static Reader whole(Function<CustomerFacts, Long> accessor) {
        return new Reader(FieldType.WHOLE_NUMBER, facts -> new Value.Whole(accessor.apply(facts)));
    }

    private static Reader time(Function<CustomerFacts, @Nullable Instant> accessor) {
        return reader(FieldType.INSTANT, accessor, Value.Moment::new);
    }
}
