package cn.siyu.adapter.wecomsimulator.wire;

/// The platform's error codes (错误码) that the simulator produces, each with the English text
/// before the hint. Clients must test the code and never the text; texts are those seen on the live
/// platform where one was seen.
public enum Errcode {
    SYSTEM_BUSY(-1, "system error"),
    BAD_SECRET(40001, "invalid credential"),
    BAD_USERID(40003, "invalid userid"),
    BAD_MEDIA_FORMAT(40004, "invalid media type"),
    BAD_MEDIA_TYPE(40005, "invalid file type"),
    BAD_FILE_SIZE(40006, "invalid file size"),
    BAD_MEDIA_ID(40007, "invalid media_id"),
    BAD_CODE(40029, "invalid code"),
    BAD_AGENT(40056, "invalid agentid"),
    BAD_PARTY_LIST(40066, "invalid party list"),
    NO_AGENT(41011, "missing agentid"),
    MEDIA_EXPIRED(40145, "media_id has expired"),
    BAD_MSGTYPE(40008, "invalid message type"),
    BAD_CORPID(40013, "invalid corpid"),
    BAD_TOKEN(40014, "invalid access_token"),
    BAD_USER_LIST_LENGTH(40032, "invalid userid list length"),
    TEAM_ACCOUNT(40132, "team account cannot transfer"),
    TEMPLATE_ID_LENGTH(40036, "invalid template_id size"),
    BAD_TEMPLATE_ID(40037, "invalid template_id"),
    BAD_GROUP(40050, "invalid group id"),
    BAD_PARAMETER(40058, "invalid Request Parameter"),
    PARAMETER_EMPTY(40063, "some parameters are empty"),
    BAD_TAG(40068, "invalid tagid"),
    TAG_NAME_EXISTS(40071, "UserTag Name Already Exist"),
    TAG_NAME_LENGTH(40072, "invalid tag name"),
    BAD_JOB(40088, "invalid jobid"),
    BAD_EXTERNAL_USERID(40096, "invalid external userid"),
    NOT_RESIGNED(40097, "user not resigned from corp"),
    USER_NOT_VERIFIED(40098, "user not verified"),
    TAKEOVER_FULL(40099, "external contact limit of the takeover user reached"),
    RESIGNED_IN_TRANSFER(40100, "external contact is already in a transfer"),
    CORP_TAG_LIMIT(40126, "corp tag limit reached"),
    REQUEST_TOO_LARGE(40206, "request body too large"),
    TRANSFERRED_TOO_OFTEN(40128, "external contact transferred too often"),
    IN_TRANSFER(40129, "external contact is being transferred"),
    SAME_PERSON(40130, "handover user and takeover user are the same"),
    NOT_A_FOLLOWER(40131, "handover user does not follow this external contact"),
    TAKEOVER_BANNED(40143, "takeover user is banned"),
    CUSTOMER_TAG_LIMIT(40144, "customer tag limit reached"),
    LOGIN_TOO_OLD(40205, "user has not logged in for too long"),
    NO_TOKEN(41001, "access_token missing"),
    NO_CORPID(41002, "corpid missing"),
    NO_SECRET(41004, "corpsecret missing"),
    NO_TAG(41017, "missing tagid"),
    NO_TAG_NAME(41018, "missing tagname"),
    NO_EXTERNAL_USERID(41035, "missing external userid"),
    WAY_NO_TYPE(41037, "missing contact way type"),
    WAY_NO_SCENE(41038, "missing contact way scene"),
    WAY_BAD_TYPE(41039, "invalid contact way type"),
    WAY_BAD_SCENE(41040, "invalid contact way scene"),
    WAY_TOO_MANY_USERS(41041, "too many users in contact way"),
    WAY_BAD_STYLE(41042, "invalid contact way style"),
    WAY_NO_CONFIG_ID(41043, "missing config_id"),
    WAY_BAD_CONFIG_ID(41044, "invalid config_id"),
    WAY_LIMIT(41045, "contact way limit reached"),
    NO_GROUP_MESSAGE(41046, "missing group msg id"),
    BAD_GROUP_MESSAGE(41047, "invalid group msg id"),
    NOBODY_TO_SEND(41048, "no customer to send"),
    NO_WELCOME_CODE(41049, "missing welcome_code"),
    BAD_WELCOME_CODE(41050, "invalid welcome code"),
    ALREADY_CHATTING(41051, "externaluser has started chatting"),
    ARCHIVE_NOT_AGREED(41053, "customer has not agreed to archiving"),
    USER_NOT_ACTIVE(41054, "user not activated"),
    WELCOME_LIMIT(41055, "group welcome template limit reached"),
    NOT_WELCOME_CREATOR(41058, "not the creator of the group welcome template"),
    TOO_MANY_ATTACHMENTS(41064, "too many attachments"),
    BAD_ATTACHMENT_TYPE(41065, "invalid attachments msgtype"),
    NO_MOMENT(41059, "missing moment_id"),
    BAD_MOMENT(41060, "invalid moment_id"),
    MOMENT_MEMBER(41061, "moment not sent by this user"),
    MOMENT_NOT_PUBLISHED(41062, "moment not published by this user"),
    MOMENT_KIND(41067, "invalid moment type"),
    NO_RULE(41068, "missing rule_id"),
    RULE_LIMIT(41069, "intercept rule limit reached"),
    BAD_RULE(41070, "invalid rule_id"),
    RULE_DELETED(41071, "intercept rule has been deleted"),
    NO_PRODUCT(41073, "missing product_id"),
    PRODUCT_DELETED(41074, "product has been deleted"),
    BAD_PRODUCT(41075, "invalid product_id"),
    RULE_USERS(41076, "too many users in applicable_range"),
    RULE_NAME_EXISTS(41077, "rule_name already exists"),
    TOO_MANY_WORDS(41083, "too many words in word_list"),
    BAD_WORD(41084, "invalid word in word_list"),
    BAD_PRICE(41085, "invalid price"),
    BAD_PRODUCT_SN(41086, "invalid product_sn"),
    BAD_DESCRIPTION(41087, "invalid description"),
    WELCOME_ON_ITS_WAY(41096, "welcome msg is being distributed"),
    PRODUCT_LIMIT(41202, "too many products"),
    ATTACHMENT_SCENE(41072, "invalid attachment scene"),
    MOMENT_JOBS(41078, "too many moment jobs"),
    MOMENT_DISPATCHING(41079, "moment is being distributed"),
    MOMENT_LIMIT(41210, "moment limit of the month reached"),
    MOMENTS_OFF(41211, "moments are disabled"),
    ATTACHMENT_SIZE(41080, "invalid attachment size"),
    ATTACHMENT_RESOLUTION(41081, "invalid attachment resolution"),
    ATTACHMENT_DURATION(41082, "invalid attachment duration"),
    EMPTY_ATTACHMENTS(41088, "empty attachments"),
    NOTHING_SAID(41089, "text and attachments are empty"),
    ATTACHMENT_FORMAT(41090, "invalid video format"),
    JOIN_WAY_GROUPS(41091, "invalid chat_id_list length"),
    MESSAGE_DISPATCHING(41063, "group msg is being dispatched"),
    MESSAGE_CANCELLED(41093, "group msg has been cancelled"),
    REMINDED_TOO_OFTEN(41094, "group msg reminded too often"),
    BAD_EXTERNAL_ID_TYPE(41056, "invalid external userid type"),
    NO_DEVELOPER(41057, "no wechat developer id bound"),
    LINK_LIMIT(41095, "too many customer acquisition links"),
    CATEGORY_NOT_SUPPORTED(41200, "corp category not supported"),
    BAD_CHAT_KEY(41201, "invalid chat_key"),
    NO_CATEGORY(41305, "corp category not set"),
    TOKEN_EXPIRED(42001, "access_token expired"),
    EMPTY_MEDIA(44001, "empty media data"),
    MEDIA_TOO_LARGE(45001, "media file size out of limit"),
    MESSAGE_TOO_LARGE(45002, "content size out of limit"),
    EMPTY_CONTENT(44004, "empty content"),
    TOO_MANY_ARTICLES(45008, "articles count out of limit"),
    NOT_TAG_CREATOR(81011, "no privilege to edit this tag"),
    ALL_INVALID(81013, "user & party & tag all invalid"),
    OTHER_AGENT(301002, "not allow operate another agent with this accesstoken"),
    VOICE_TOO_LONG(45007, "voice playtime out of limit"),
    TOO_FREQUENT(45009, "api freq out of limit"),
    TOO_CONCURRENT(45033, "api concurrent out of limit"),
    WRITE_CONFLICT(45035, "concurrent write conflict"),
    FORBIDDEN(48002, "api forbidden"),
    APP_DISABLED(50003, "app disabled"),
    GROUP_DISSOLVED(49008, "group chat has been dissolved"),
    BAD_CURSOR(50100, "invalid cursor"),
    NO_PRIVILEGE(60011, "no privilege to access/modify contact/party/agent"),
    DEPARTMENT_UNKNOWN(60003, "department not found"),
    BAD_IP(60020, "not allow to access from your ip"),
    USER_UNKNOWN(60111, "userid not found"),
    BAD_PARTY(60123, "invalid party id"),
    TOO_MANY_REQUESTED(81017, "too many members requested"),
    NO_RELATION(84061, "not external contact"),
    APPID_NOT_LINKED(90206, "mini program not linked"),
    BAD_APPID(90207, "invalid miniprogram appid"),
    NO_CONTACT_RIGHT(84074, "no external contact permission"),
    OWNER_NOT_RESIGNED(90500, "the owner of this chat is not resigned"),
    NOT_CUSTOMER_GROUP(90501, "chat is not external group chat"),
    OWNER_HAS_LEFT(90502, "the owner of this chat is resigned"),
    GROUP_FULL(90503, "the members of this chat are full"),
    OWNER_UNCHANGED(90504, "the owner of this chat is unchanged"),
    GROUP_BEING_INHERITED(90507, "the chat is being inherited"),
    GROUP_INHERITED(90508, "the chat has been inherited"),
    NOT_WECOM_GROUP(90509, "opengid is not of a customer group"),
    CORP_INACTIVE(90510, "corp inactive for a year"),
    BAD_OPENGID(90511, "invalid opengid"),
    BAD_UNIONID(610014, "invalid unionid"),
    CORP_NOT_VERIFIED(610016, "corp not verified"),
    OTHER_ACCOUNT(610018, "unionid and openid belong to different accounts"),
    SCALE_USED_UP(610023, "external contact scale used up"),
    BAD_TIME_RANGE(600018, "invalid start endtime");

    private final int code;
    private final String text;

    Errcode(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /// The number that clients see as `errcode`.
    public int code() {
        return code;
    }

    /// The text before the hint.
    public String text() {
        return text;
    }

    /// This error with its usual text.
    public ApiError error() {
        return new ApiError(code, text);
    }

    /// This error with another text.
    public ApiError error(String words) {
        return new ApiError(code, words);
    }

    /// The platform's form for a text that is longer than allowed.
    public static ApiError tooLong(String field, int most) {
        return BAD_PARAMETER.error(field + " exceed max length " + most + ". invalid Request Parameter");
    }

    /// The platform's form for a value that cannot be understood.
    public static ApiError invalidParam(String field) {
        return BAD_PARAMETER.error("invalid param '" + field + "'");
    }
}
