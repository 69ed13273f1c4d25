package cn.siyu.application.insight;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A column of a file that is imported (列), with the names that files give it. Letter case,
/// spaces, `_` and `-` in names count for nothing; full-width forms are the same as half-width
/// ones.
public enum ImportColumn {
    /// The source's own key of an order or interaction.
    EXTERNAL_ID("externalId", "编号", "外部编号", "订单号", "订单编号", "互动编号"),
    PHONE("phone", "手机号", "手机", "手机号码", "电话", "联系电话"),
    UNION_ID("unionId", "开放平台编号"),
    EXTERNAL_USER_ID("externalUserId", "外部联系人编号", "外部联系人ID"),
    /// The brand's own number of a customer; it is unique inside the source.
    MEMBER_ID("memberId", "会员号", "会员编号", "会员卡号"),
    NICKNAME("nickname", "昵称", "姓名"),
    GENDER("gender", "性别"),
    PAID_AT("paidAt", "支付时间", "付款时间"),
    /// What was paid in the smallest unit of the currency (分).
    AMOUNT_MINOR("amountMinor", "金额(分)", "实付金额(分)"),
    /// What was paid in whole units of the currency (元).
    AMOUNT("amount", "金额", "金额(元)", "实付金额", "实付金额(元)"),
    /// The store's external id.
    STORE("store", "门店", "门店编号"),
    SALES_CHANNEL("salesChannel", "销售渠道"),
    SKU("sku", "商品编码", "商品编号"),
    CATEGORY("category", "品类", "商品类目"),
    QUANTITY("quantity", "数量", "件数"),
    KIND("kind", "互动类型", "类型"),
    TOUCHPOINT("touchpoint", "触点"),
    OCCURRED_AT("occurredAt", "发生时间", "互动时间");

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // it is made by List.of or Set.of
    private final List<String> others;

    ImportColumn(String code, String... others) {
        this.code = code;
        this.others = List.of(others);
    }

    /// Its English name, by which errors call it.
    public String code() {
        return code;
    }

    /// Its Chinese names, the usual one first.
    public List<String> chinese() {
        return others;
    }

    /// Finds the column that a heading means, among those of a kind.
    public static Optional<ImportColumn> of(ImportKind kind, String heading) {
        String plain = plain(heading);
        return kind.columns().stream()
                .filter(column -> Stream.concat(Stream.of(column.code), column.others.stream())
                        .anyMatch(name -> plain(name).equals(plain)))
                .findFirst();
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s_-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
