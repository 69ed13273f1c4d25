package cn.siyu.application.channel.port;

/// What a channel may be able to do. The core plans by these and never asks which channel it talks
/// to.
public enum Capability {
    /// One message to many contacts of one staff member (企业群发), see [MassMessages].
    MASS_MESSAGE,
    /// A greeting right after a contact was made (欢迎语), see [Welcomes].
    WELCOME_MESSAGE,
    /// Read contacts and their relationships (客户详情), see [ContactDirectory].
    CONTACT_DIRECTORY,
    /// QR codes that lead to one staff member (联系我), see [ContactWayProvider].
    CONTACT_WAY,
    /// Tags on relationships, kept on the far side too (企业标签), see [TagDirectory].
    CONTACT_TAG,
    /// Remark and description that staff see (客户备注), see [Remarks].
    CONTACT_REMARK,
    /// Departments and members (通讯录), see [StaffDirectory].
    STAFF_DIRECTORY,
    /// Upload what messages refer to (素材), see [MediaUploads].
    MEDIA_UPLOAD,
    /// Messages to the brand's own staff (应用消息), see [StaffNotices].
    STAFF_NOTICE,
    /// Read customer groups and who is in them (客户群), see [CustomerGroups].
    CUSTOMER_GROUP,
    /// QR codes that lead into groups (加入群聊), see [GroupJoinWays].
    GROUP_JOIN_WAY,
    /// One message to many groups of one owner (客户群群发), see [GroupMessages].
    GROUP_MESSAGE,
    /// Give customers and groups to another staff member (客户继承), see [Transfers].
    TRANSFER,
    /// Posts to customers' moments (客户朋友圈), see [Moments].
    MOMENTS,
    /// Links by which customers add staff (获客链接), see [AcquisitionLinks].
    ACQUISITION_LINK,
    /// Numbers that the platform counts (数据统计), see [ChannelStatistics].
    STATISTICS,
    /// Products that staff show to customers (商品图册), see [ProductAlbums].
    PRODUCT_ALBUM,
    /// Rules against words that staff must not send (敏感词), see [InterceptRules].
    INTERCEPT_RULE,
    /// Greetings for those who join a group (入群欢迎语), see [GroupGreetings].
    GROUP_GREETING,
    /// What staff may do with customers, by department (客户规则组), see [Strategies].
    CUSTOMER_STRATEGY,
    /// Tags that only the people of a strategy see (规则组标签), see [StrategyTags].
    STRATEGY_TAG,
    /// What staff may do with moments, by department (朋友圈规则组), see [Strategies].
    MOMENT_STRATEGY,
    /// What a contact or group is called elsewhere (ID 转换), see [IdConversions].
    ID_CONVERSION,
    /// Chats that end by themselves (临时会话), see [TemporaryChats].
    TEMPORARY_CHAT,
    /// Pages inside the staff's client (聊天侧边栏), see [SidebarPages].
    SIDEBAR,
    /// The channel tells us by itself what happens (回调事件), see [ChannelEvent].
    EVENTS
}
