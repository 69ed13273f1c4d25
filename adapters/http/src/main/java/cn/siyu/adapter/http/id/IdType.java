package cn.siyu.adapter.http.id;

import cn.siyu.adapter.http.language.Text;
import cn.siyu.adapter.http.problem.ProblemCode;
import cn.siyu.adapter.http.problem.Problems;
import cn.siyu.domain.id.ExternalKey;
import cn.siyu.domain.id.PublicId;
import java.util.Optional;
import java.util.stream.Stream;

/// The kinds of resources that have ids, each with its prefix.
public enum IdType {
    BRAND("brd", "brand", "品牌"),
    STAFF("stf", "staff member", "成员"),
    DEPARTMENT("dep", "department or store", "部门或门店"),
    CHANNEL_ACCOUNT("acc", "channel account", "渠道账号"),
    CUSTOMER("cus", "customer", "客户"),
    IDENTITY("idn", "identity", "身份"),
    IDENTITY_CONFLICT("icf", "identity conflict", "身份冲突"),
    IDENTITY_DECISION("idd", "identity decision", "身份裁定"),
    IDENTITY_REVOCATION("idr", "revocation of an identity link", "身份关联撤回"),
    BLACKLIST_ENTRY("ble", "blacklist entry", "黑名单记录"),
    RELATIONSHIP("rel", "relationship", "客户关系"),
    CONSENT("con", "consent record", "同意记录"),
    CONTACT_WAY("cwy", "contact way", "渠道活码"),
    ALLOCATION("alc", "allocation", "分流记录"),
    GROUP_CODE("gcd", "group code", "群活码"),
    GROUP("grp", "group", "客户群"),
    SEGMENT("seg", "segment", "人群"),
    TAG("tag", "tag", "标签"),
    SOP("sop", "SOP", "SOP"),
    SOP_VERSION("sov", "SOP version", "SOP 版本"),
    ENROLMENT("enr", "enrolment", "入组"),
    WAVE("wav", "wave", "批次"),
    STEP_EXECUTION("stx", "step execution", "步骤执行"),
    SEND("snd", "send", "发送"),
    SEND_BATCH("bat", "send batch", "触达批次"),
    TASK("tsk", "task", "任务"),
    MATERIAL("mat", "material", "素材"),
    SCRIPT("scr", "script", "话术"),
    POLICY("pol", "policy", "策略"),
    DECISION("dec", "decision", "触达判定"),
    EVIDENCE("evd", "evidence", "证据"),
    INTERACTION("int", "interaction", "互动"),
    TRUST_ALERT("tal", "trust alert", "信任预警"),
    TRUST_CALIBRATION("tcb", "trust calibration", "信任校准"),
    ORDER("ord", "order", "订单"),
    REFERRAL("ref", "referral", "转介绍"),
    INHERITANCE("inh", "inheritance", "客户继承"),
    POOL_ENTRY("cpe", "stay in the customer pool", "公海客户"),
    POOL_CLAIM("cpc", "claim of the customer pool", "公海领取"),
    GRADUATION("grd", "program that leads customers on", "迁移计划"),
    GRADUATION_CANDIDATE("gca", "graduation candidate", "迁移候选人"),
    MOMENT("mom", "moments plan", "朋友圈计划"),
    MOMENT_POST("mop", "moments post", "朋友圈发表"),
    NOTE("nte", "note", "备注"),
    IMPORT("imp", "import", "导入"),
    EXPORT("exp", "export", "导出"),
    TROUBLE("trb", "trouble", "待处理故障"),
    OPERATION("opn", "operation", "后台操作"),
    SYNCHRONIZATION("syn", "synchronisation", "同步"),
    EVENT("evt", "event", "事件"),
    WEBHOOK("whk", "webhook endpoint", "Webhook"),
    API_KEY("key", "API key", "API 密钥"),
    AUDIT_RECORD("aud", "audit record", "审计记录");

    private final String prefix;
    private final String en;
    private final String zh;

    IdType(String prefix, String en, String zh) {
        this.prefix = prefix;
        this.en = en;
        this.zh = zh;
    }

    /// The prefix, three letters.
    public String prefix() {
        return prefix;
    }

    /// What people call this kind of resource.
    public Text label() {
        return new Text(en, zh);
    }

    /// The id as clients see it.
    public String format(PublicId id) {
        return prefix + "_" + Base32.encode(id.value());
    }

    /// Reads an id that must be of this kind.
    public Read read(String text) {
        int split = text.indexOf('_');
        String given = split < 0 ? "" : text.substring(0, split);
        Optional<IdType> type =
                Stream.of(values()).filter(each -> each.prefix.equals(given)).findFirst();
        Optional<PublicId> id = split < 0
                ? Optional.empty()
                : Base32.decode(text.substring(split + 1)).map(PublicId::new);
        if (type.isEmpty() || id.isEmpty()) {
            return new Read.Wrong(ProblemCode.MALFORMED_ID, malformed());
        }
        return type.get() == this
                ? new Read.Right(id.get())
                : new Read.Wrong(ProblemCode.WRONG_ID_TYPE, wrong(type.get()));
    }

    /// Reads an id from the path.
    ///
    /// @param parameter the name of the path variable, for the problem
    public PublicId inPath(String parameter, String text) {
        return switch (read(text)) {
            case Read.Right(var id) -> id;
            case Read.Wrong(var code, var detail) -> throw Problems.parameter(parameter, code, detail);
        };
    }

    /// Reads an id, or the caller's own key as `ext:{source}:{key}`, from the path.
    public Reference referenceInPath(String parameter, String text) {
        return text.startsWith(Reference.PREFIX)
                ? Reference.key(parameter, text)
                : new Reference.ById(inPath(parameter, text));
    }

    private Text malformed() {
        return new Text(
                "The id of a " + en + " looks like " + prefix + "_ and 26 characters of 0-9 a-z without i l o u.",
                zh + "的编号由 " + prefix + "_ 和 26 位字符（0-9 a-z，不含 i l o u）组成。");
    }

    private Text wrong(IdType given) {
        return new Text(
                "This is the id of a " + given.en + "; the id of a " + en + " (" + prefix + "_…) belongs here.",
                "这是" + given.zh + "的编号，此处应为" + zh + "的编号（" + prefix + "_…）。");
    }

    /// The result of reading an id.
    public sealed interface Read {
        /// An id of the right kind.
        record Right(PublicId id) implements Read {}

        /// Not an id, or one of another kind.
        record Wrong(ProblemCode code, Text detail) implements Read {}
    }

    /// How a caller names a thing: by our id, or by its own key.
    public sealed interface Reference {
        /// What a key in a path begins with.
        String PREFIX = "ext:";

        /// By our id.
        record ById(PublicId id) implements Reference {}

        /// By the caller's own key.
        record ByKey(ExternalKey key) implements Reference {}

        private static Reference key(String parameter, String text) {
            String[] parts = text.split(":", 3);
            try {
                if (parts.length == 3) {
                    return new ByKey(new ExternalKey(parts[1], parts[2]));
                }
            } catch (IllegalArgumentException e) {
                // told below, in the client's words
            }
            throw Problems.parameter(
                    parameter,
                    ProblemCode.MALFORMED_ID,
                    Text.of(
                            "An external key is written ext:{source}:{key}; source is 1 to 40 of a-z 0-9 - _, key 1 to 120 characters.",
                            "外部键写作 ext:{来源}:{键}；来源为 1 到 40 位 a-z 0-9 - _，键为 1 到 120 个字符。"));
        }
    }
}
