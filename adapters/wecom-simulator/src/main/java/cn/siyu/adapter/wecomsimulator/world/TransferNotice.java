package cn.siyu.adapter.wecomsimulator.world;

/// A customer was told that somebody else serves it now (继承成功提示): the platform's own text, or
/// the one that the transfer was asked for with.
public record TransferNotice(long at, int customer, String userid, String text) implements LedgerRow {}
