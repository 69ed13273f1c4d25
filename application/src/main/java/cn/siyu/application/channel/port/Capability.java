package cn.siyu.application.channel.port;

/// What a channel may be able to do. The core plans by these and never asks which channel it talks to.
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
    /// The channel tells us by itself what happens (回调事件), see [ChannelEvent].
    EVENTS
}
