package cn.siyu.application.channel.port;

/// One way in which a customer and an account become contacts (加好友方式).
///
/// @param code how, an open code: `QR_CODE`, `LINK`, `PHONE`, `EMAIL`, `WECHAT_ID`, `QQ_NUMBER`, …
/// @param direction who asks whom
/// @param support whether the channel does it by itself or a person does
/// @param confirmation where the one who is asked confirms, an open code: `NEW_FRIENDS` (新的朋友),
///     `SERVICE_NOTICE` (服务通知里扫码), `NONE`
public record AddingWay(String code, Direction direction, Offer.Support support, String confirmation) {
    /// Who asks whom.
    public enum Direction {
        /// The customer adds the account (被动添加).
        PASSIVE,
        /// The account asks the customer (主动添加).
        ACTIVE
    }
}
