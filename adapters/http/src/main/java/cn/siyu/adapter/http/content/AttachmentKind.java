package cn.siyu.adapter.http.content;

/// What goes along with a text (附件).
public enum AttachmentKind {
    IMAGE,
    VIDEO,
    FILE,
    LINK,
    /// A page of a mini program (小程序).
    MINI_PROGRAM
}
