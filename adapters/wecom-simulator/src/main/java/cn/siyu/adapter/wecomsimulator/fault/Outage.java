package cn.siyu.adapter.wecomsimulator.fault;

/// Whether the platform serves at all; the control API always does.
public enum Outage {
    /// It serves.
    NONE,
    /// Connections end without an answer.
    RESET,
    /// The gateway answers 502 with a page of HTML.
    BAD_GATEWAY
}
