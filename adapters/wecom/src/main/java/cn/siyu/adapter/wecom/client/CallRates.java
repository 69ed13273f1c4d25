package cn.siyu.adapter.wecom.client;

/// How many calls of one API a corp has (频率限制), as far as this process may use them.
///
/// @param perMinute in any 60 seconds
/// @param perHour in any 60 minutes
public record CallRates(int perMinute, int perHour) {
    /// What the platform publishes: 10,000 a minute and 150,000 an hour for one corp and one API.
    public static final CallRates PUBLISHED = new CallRates(10_000, 150_000);

    public CallRates {
        if (perMinute < 1 || perHour < 1) {
            throw new IllegalArgumentException("at least one call per minute and per hour");
        }
    }
}
