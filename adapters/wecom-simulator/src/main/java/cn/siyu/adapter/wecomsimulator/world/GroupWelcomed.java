package cn.siyu.adapter.wecomsimulator.world;

/// Somebody who joined a customer group was greeted there.
///
/// @param member the newcomer's external_userid
public record GroupWelcomed(String chatId, String member, long at, String templateId, String text, int attachments)
        implements LedgerRow {}
